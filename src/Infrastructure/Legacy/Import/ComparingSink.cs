using System.Text.Json.Nodes;
using Director.Infrastructure.Legacy.Rules;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>Lays what the rules make of the export beside what is there.</summary>
internal sealed class ComparingSink(NpgsqlConnection db, LegacyWorkspaces workspaces) : ILegacySink
{
    private const int MostTold = 200;

    private const string There = """
        select id, type, name, description, status, parent_id, media_sha256, verdict, rating, favorite, created_at, version, metadata::text, details::text, external_id
        from assets where workspace_id = $1 and id = any($2)
        """;

    internal List<string> Missing { get; } = [];
    internal List<string> Different { get; } = [];
    internal long Changed { get; private set; }
    internal Dictionary<string, long> Compared { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, long> Before { get; } = new(StringComparer.Ordinal);

    public async Task TakeAsync(Guid workspace, IReadOnlyList<LegacyUnit> units, CancellationToken ct)
    {
        await workspaces.UseAsync(workspace, ct);
        var known = await LegacyLedger.KnownAsync(db, workspace, units, ct);
        foreach (var origin in known) Before[origin.Split('/')[0]] = Before.GetValueOrDefault(origin.Split('/')[0]) + 1;
        foreach (var outcome in units.SelectMany(u => u.Outcomes).Where(o => !known.Contains(o.Origin))) Miss($"{outcome.Table} {outcome.Id} (line {outcome.Line}): nothing says what became of it");
        foreach (var asset in units.SelectMany(u => u.Assets).Where(a => known.Contains(a.Origin)).Chunk(2000)) await CompareAsync(workspace, asset, ct);
        await CompareTargetsAsync(workspace, units, known, ct);
    }

    private async Task CompareAsync(Guid workspace, LegacyAsset[] assets, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(There, db) { Parameters = { new() { Value = workspace }, new() { Value = assets.Select(a => a.Id).ToArray() } } };
        var expected = assets.ToDictionary(a => a.Id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            expected.Remove(reader.GetGuid(0), out var asset);
            Compared[asset!.Type] = Compared.GetValueOrDefault(asset.Type) + 1;
            if (reader.GetInt64(11) > 1) Changed++;
            else if (Differs(asset, reader) is { } field) Tell(Different, $"{asset.Origin} → {asset.Type} {asset.Id}: {field} is not as the export says");
        }

        foreach (var gone in expected.Values) Miss($"{gone.Origin}: its {gone.Type} {gone.Id} is not there");
    }

    private static string? Differs(LegacyAsset asset, NpgsqlDataReader r) =>
        r.GetString(1) != asset.Type ? "type"
        // A take that came later has the number that was free then.
        : r.GetString(2) != asset.Name && asset.Number is null ? "name"
        : Text(r, 3) != asset.Description ? "description"
        : Text(r, 4) != asset.Status ? "status"
        : (r.IsDBNull(5) ? null : (Guid?)r.GetGuid(5)) != asset.ParentId ? "parent"
        : Text(r, 6) != LegacyInserts.Here(asset)?.Sha256 && asset.Type is not ShotRules.Kind ? "file"
        : Text(r, 7) != asset.Verdict ? "verdict"
        : (r.IsDBNull(8) ? null : (int?)r.GetInt32(8)) != asset.Rating ? "rating"
        : r.GetBoolean(9) != asset.Favorite ? "favourite"
        : r.GetDateTime(10) != asset.CreatedAt ? "date"
        : !JsonNode.DeepEquals(JsonNode.Parse(r.GetString(12)), JsonNode.Parse(asset.Metadata)) ? "metadata"
        : !JsonNode.DeepEquals(JsonNode.Parse(r.GetString(13)), JsonNode.Parse(asset.Details)) ? "details"
        : Text(r, 14) != asset.ExternalId && Text(r, 14) != asset.Origin ? "former id"
        : null;

    /// <summary>What is no asset: whether it is there.</summary>
    private async Task CompareTargetsAsync(Guid workspace, IReadOnlyList<LegacyUnit> units, HashSet<string> known, CancellationToken ct)
    {
        foreach (var (table, wanted) in new (string, List<(string Origin, Guid Id)>)[]
        {
            ("asset_collections", [.. units.SelectMany(u => u.Collections).Select(c => (c.Origin, c.Id))]),
            ("notes", [.. units.SelectMany(u => u.Notes).Select(n => (n.Origin, n.Id))]),
        })
        {
            var looked = wanted.Where(w => known.Contains(w.Origin)).ToList();
            if (looked.Count == 0) continue;
            await using var command = new NpgsqlCommand($"select id from {table} where workspace_id = $1 and id = any($2)", db) { Parameters = { new() { Value = workspace }, new() { Value = looked.Select(w => w.Id).ToArray() } } };
            HashSet<Guid> there = [];
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct)) there.Add(reader.GetGuid(0));
            }

            Compared[table] = Compared.GetValueOrDefault(table) + there.Count;
            foreach (var gone in looked.Where(w => !there.Contains(w.Id))) Miss($"{gone.Origin}: {table} {gone.Id} is not there");
        }
    }

    private void Miss(string what) => Tell(Missing, what);

    private static void Tell(List<string> list, string what)
    {
        if (list.Count < MostTold) list.Add(what);
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
