using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>How a database is used.</summary>
/// <param name="Tables">The tables of its schema, without the history.</param>
/// <param name="Applied">The migrations it has, oldest first.</param>
/// <param name="People">How many people have an account in it.</param>
/// <param name="Workspaces">How many workspaces there are.</param>
public sealed record DatabaseState(IReadOnlyList<string> Tables, IReadOnlyList<string> Applied, long People, long Workspaces)
{
    /// <summary>Whether anybody uses it: a server that was started and never set up is as good as an empty one.</summary>
    public bool HasPeople => People > 0 || Workspaces > 0;

    internal static async Task<DatabaseState> ReadAsync(NpgsqlConnection owner, DatabaseContents contents, CancellationToken cancellationToken) => new(
        contents.Tables, [.. contents.Applied.Order(StringComparer.Ordinal)],
        await CountAsync(owner, contents, "users", cancellationToken), await CountAsync(owner, contents, "workspaces", cancellationToken));

    private static async Task<long> CountAsync(NpgsqlConnection owner, DatabaseContents contents, string table, CancellationToken cancellationToken) =>
        contents.Tables.Contains(table) ? await Sql.ScalarAsync<long>(owner, $"SELECT count(*) FROM {table}", cancellationToken) : 0;
}
