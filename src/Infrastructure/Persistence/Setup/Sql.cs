using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>Plain statements on one connection, for the time before there is a model.</summary>
internal static class Sql
{
    internal static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    internal static async Task<T?> ScalarAsync<T>(
        NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(connection, statement, parameters);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    /// <summary>The first column of every row.</summary>
    internal static async Task<List<string>> ListAsync(
        NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(connection, statement, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) values.Add(reader.GetString(0));
        return values;
    }

    /// <summary>A name as an SQL identifier.</summary>
    internal static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text as an SQL literal, where a statement takes no parameters.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static NpgsqlCommand Command(NpgsqlConnection connection, string statement, object[] parameters)
    {
        var command = new NpgsqlCommand(statement, connection);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }
}
