using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using Npgsql;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>Secrets that were sent through the server, and everywhere they must not have ended up.</summary>
internal sealed class Canaries
{
    /// <summary>Bytes of a token's end that are its secret alone, whatever it begins with.</summary>
    private const int SecretTail = 16;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> secrets = new(StringComparer.Ordinal);

    /// <summary>Looks for this from now on: as it is, escaped, in Base64 and in hexadecimal.</summary>
    internal string Watch(string name, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var forms = new List<string> { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexStringLower(bytes) };
        // A token is also the bytes that it says, in a column of bytes.
        if (Base64Url.IsValid(secret) && Base64Url.DecodeFromChars(secret) is { Length: > SecretTail } raw) forms.Add(Convert.ToHexStringLower(raw.AsSpan(raw.Length - SecretTail)));
        secrets[name] = [.. forms.Distinct(StringComparer.Ordinal)];
        return secret;
    }

    /// <summary>Looks for bytes, beside what was given as text.</summary>
    internal void Watch(string name, byte[] secret) => secrets[name] = [Convert.ToHexStringLower(secret), Convert.ToBase64String(secret).TrimEnd('=')];

    /// <summary>What is looked for.</summary>
    internal IEnumerable<string> Names => secrets.Keys;

    /// <summary>The forms in which a secret is looked for.</summary>
    internal IReadOnlyList<string> Forms(string name) => secrets[name];

    /// <summary>What was found, as <c>secret in place</c>.</summary>
    internal IReadOnlyList<string> Hits(IReadOnlyDictionary<string, string> places) =>
    [
        .. from place in places
           from secret in secrets
           where secret.Value.Any(form => place.Value.Contains(form, StringComparison.OrdinalIgnoreCase))
           orderby place.Key, secret.Key
           select $"{secret.Key} in {place.Key}",
    ];

    /// <summary>Every table as text, by its name: all rows, for the owner and with the walls between workspaces down until the transaction is rolled back.</summary>
    internal static async Task<Dictionary<string, string>> DumpAsync(string owner)
    {
        await using var connection = await Harness.TestDatabase.OpenAsync(owner);
        await using var transaction = await connection.BeginTransactionAsync();
        var tables = await Harness.TestDatabase.ListAsync<string>(connection, "select tablename::text from pg_tables where schemaname = 'public' order by 1");
        var dump = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using (var lower = new NpgsqlCommand($"alter table \"{table}\" disable row level security", connection)) await lower.ExecuteNonQueryAsync();
            using var rows = await connection.BeginTextExportAsync($"copy \"{table}\" to stdout");
            dump[$"table {table}"] = await rows.ReadToEndAsync();
        }

        await transaction.RollbackAsync();
        return dump;
    }
}
