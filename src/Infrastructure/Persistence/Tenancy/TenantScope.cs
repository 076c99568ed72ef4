using System.Data.Common;
using Director.Application.Common.Ports;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Director.Infrastructure.Persistence.Tenancy;

/// <summary>
/// Tells the database whose rows a connection may see. Session scope: at every open of the context's connection, empty for
/// nobody; the pool resets connections when they are returned, so a value never outlives its request. Transaction scope: in
/// front of a statement that travels by itself.
/// </summary>
internal sealed class TenantScope(ICaller caller) : DbConnectionInterceptor
{
    private const string Session = "select set_config('app.workspace', $1, false), set_config('app.user', $2, false)";
    private const string Transaction = "select set_config('app.workspace', $1, true), set_config('app.user', $2, true)";

    /// <summary>The first command of a batch whose implicit transaction is the caller's.</summary>
    internal static NpgsqlBatchCommand ForTransaction(ICaller caller)
    {
        var command = new NpgsqlBatchCommand(Transaction);
        Bind(command.Parameters, caller);
        return command;
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(DbConnection connection)
    {
        var command = new NpgsqlCommand(Session, (NpgsqlConnection)connection);
        Bind(command.Parameters, caller);
        return command;
    }

    private static void Bind(NpgsqlParameterCollection parameters, ICaller caller)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = caller.WorkspaceId?.ToString() ?? "" });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = caller.UserId?.ToString() ?? "" });
    }
}
