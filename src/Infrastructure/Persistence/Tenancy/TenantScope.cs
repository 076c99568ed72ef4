using System.Data.Common;
using Director.Application.Common.Ports;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Director.Infrastructure.Persistence.Tenancy;

/// <summary>
/// Tells the database whose rows a connection may see. Session scope: at every open, empty for nobody; the pool resets
/// connections when they are returned, so a value never outlives its request.
/// </summary>
internal sealed class TenantScope(ICaller caller) : DbConnectionInterceptor
{
    internal const string Sql = "select set_config('app.workspace', $1, false), set_config('app.user', $2, false)";

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

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        foreach (var value in (ReadOnlySpan<string>)[caller.WorkspaceId?.ToString() ?? "", caller.UserId?.ToString() ?? ""])
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
