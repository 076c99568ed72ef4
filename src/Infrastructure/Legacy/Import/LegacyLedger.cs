using Director.Infrastructure.Legacy.Rules;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>What earlier runs said of rows.</summary>
internal static class LegacyLedger
{
    private const string Lookup = """
        select l.source_table || '/' || l.source_id, l.fate from unnest($2::text[], $3::text[]) x(t, i)
        join legacy_rows l on l.workspace_id = $1 and l.source_table = x.t and l.source_id = x.i
        """;

    /// <summary>The rows among these that are accounted for, by <c>table/id</c>. One that was refused and would not be any more is not.</summary>
    internal static async Task<HashSet<string>> KnownAsync(NpgsqlConnection db, Guid workspace, IEnumerable<LegacyUnit> units, CancellationToken ct)
    {
        var outcomes = units.SelectMany(u => u.Outcomes).ToList();
        var wanted = outcomes.Where(o => o.Fate is not LegacyFate.Refused).Select(o => o.Origin).ToHashSet(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Lookup, db)
        {
            Parameters = { new() { Value = workspace }, new() { Value = outcomes.Select(o => o.Table).ToArray() }, new() { Value = outcomes.Select(o => o.Id).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        HashSet<string> known = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(1) != "refused" || !wanted.Contains(reader.GetString(0))) known.Add(reader.GetString(0));
        }

        return known;
    }
}
