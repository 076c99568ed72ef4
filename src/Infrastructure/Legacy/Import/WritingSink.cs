using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Legacy.Report;
using Director.Infrastructure.Legacy.Rules;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>
/// Writes a batch in one transaction: what is made, what became of each row, one activity row that sums it up (decision 0009), and the films'
/// revisions. A batch whose rows are all accounted for writes nothing.
/// </summary>
internal sealed class WritingSink(
    NpgsqlConnection db, LegacyWorkspaces workspaces, LegacyFiles files, LegacyNotes notes, ISecretTokens tokens, IIdSource ids, TimeProvider clock, Action<long> progress) : ILegacySink
{
    /// <summary>What the record calls an import.</summary>
    internal const string Operation = "importLegacy";

    /// <summary>What it says was changed: no asset by itself, so that nothing offers to take it back.</summary>
    private const string Subject = "import";

    internal Dictionary<string, long> Before { get; } = new(StringComparer.Ordinal);

    internal List<LegacyInvited> Invited { get; } = [];

    internal long Written { get; private set; }

    private long done;

    public async Task TakeAsync(Guid workspace, IReadOnlyList<LegacyUnit> units, CancellationToken ct)
    {
        await workspaces.UseAsync(workspace, ct);
        var known = await LegacyLedger.KnownAsync(db, workspace, units, ct);
        foreach (var origin in known) Before[origin.Split('/')[0]] = Before.GetValueOrDefault(origin.Split('/')[0]) + 1;
        var fresh = units.Where(u => u.Outcomes.Any(o => !known.Contains(o.Origin))).ToList();
        if (fresh.Count > 0) await WriteAsync(workspace, fresh, known, ct);
        done += units.Sum(u => u.Outcomes.Count);
        progress(done);
    }

    private async Task WriteAsync(Guid workspace, List<LegacyUnit> units, HashSet<string> known, CancellationToken ct)
    {
        var by = workspaces.Named.Owner;
        var now = clock.GetUtcNow().UtcDateTime;
        var assets = units.SelectMany(u => u.Assets.Where(a => !known.Contains(a.Origin) || a.Type == ShotRules.Kind)).ToList();
        var kept = await files.PutAsync(workspace, assets, units.SelectMany(u => u.Texts), ct);

        await using var transaction = await db.BeginTransactionAsync(ct);
        var later = units.Where(u => u.Outcomes.Any(o => known.Contains(o.Origin))).ToList();
        if (later.Count > 0) assets = await RenumberAsync(workspace, assets, later, ct);
        assets = await UniqueAsync(workspace, assets, ct);
        long written = await LegacyInserts.GatheringsAsync(db, workspace, by, New(units, u => u.Collections, c => c.Origin, known), [], ct);
        written += await LegacyInserts.AssetsAsync(db, workspace, by, assets, ct);
        written += await LegacyInserts.GatheringsAsync(db, workspace, by, [], New(units, u => u.Members, m => m.Origin, known), ct);
        written += await LegacyInserts.LinksAsync(db, workspace, by, New(units, u => u.Links, l => l.Origin, known), ct);
        written += await LegacyInserts.TagsAsync(db, workspace, New(units, u => u.Tags, t => t.Origin, known), ct);
        written += await LegacyInserts.NotesAsync(db, workspace, by, New(units, u => u.Notes, n => n.Origin, known), ct);
        written += await LegacyInserts.BlobsAsync(db, workspace, now, kept, ct);
        var invited = await InviteAsync(workspace, New(units, u => u.Invitations, i => i.Origin, known), now, ct);
        var outcomes = New(units, u => u.Outcomes, o => o.Origin, known);
        written += invited.Count + await LegacyInserts.OutcomesAsync(db, workspace, now, outcomes, ct);
        written += await RecordAsync(workspace, outcomes, New(units, u => u.Versions, v => v.Origin, known), now, ct);
        await RaiseAsync(workspace, assets, ct);
        await transaction.CommitAsync(ct);
        Written += written;
        Invited.AddRange(invited);
    }

    private static List<T> New<T>(List<LegacyUnit> units, Func<LegacyUnit, List<T>> of, Func<T, string> origin, HashSet<string> known) =>
        [.. units.SelectMany(of).Where(x => !known.Contains(origin(x)))];

    /// <summary>Takes that came to a shot since it was imported follow those it has: numbers are never given twice.</summary>
    private async Task<List<LegacyAsset>> RenumberAsync(Guid workspace, List<LegacyAsset> assets, List<LegacyUnit> later, CancellationToken ct)
    {
        var shots = later.SelectMany(u => u.Assets.Where(a => a.Type == ShotRules.Kind)).Select(a => a.Id).ToArray();
        await using var command = new NpgsqlCommand("select id, last_child_number from assets where workspace_id = $1 and id = any($2) for update", db) { Parameters = { new() { Value = workspace }, new() { Value = shots } } };
        Dictionary<Guid, int> last = [];
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) last[reader.GetGuid(0)] = reader.GetInt32(1);
        }

        Dictionary<Guid, int> added = [];
        var renumbered = assets.Where(a => !last.ContainsKey(a.Id)).Select(a =>
        {
            if (a.Number is null || a.ParentId is not { } shot || !last.TryGetValue(shot, out var number)) return a;
            last[shot] = ++number;
            added[shot] = added.GetValueOrDefault(shot) + 1;
            return a with { Number = number, Name = $"Take {number}", Position = OrderPlaces.At(number - 1) };
        }).ToList();
        await using var count = new NpgsqlCommand("""
            update assets a set last_child_number = a.last_child_number + x.n, take_count = a.take_count + x.n from unnest($2::uuid[], $3::int[]) x(id, n) where a.workspace_id = $1 and a.id = x.id
            """, db) { Parameters = { new() { Value = workspace }, new() { Value = added.Keys.ToArray() }, new() { Value = added.Values.ToArray() } } };
        await count.ExecuteNonQueryAsync(ct);
        return renumbered;
    }

    /// <summary>Former ids and codes are kept where they are free; where the crew, or another former table, has them, they are lengthened and that is said.</summary>
    private async Task<List<LegacyAsset>> UniqueAsync(Guid workspace, List<LegacyAsset> assets, CancellationToken ct)
    {
        var named = assets.Where(a => a.ExternalId is not null).ToList();
        await using var command = new NpgsqlCommand("""
            select a.type || '/' || a.external_id from unnest($2::text[], $3::text[], $4::uuid[]) x(type, external, id)
            join assets a on a.workspace_id = $1 and a.type = x.type and a.external_id = x.external and a.id <> x.id
            union all
            select a.root_id || '/' || a.code from unnest($5::uuid[], $6::text[], $7::uuid[]) x(root, code, id)
            join assets a on a.workspace_id = $1 and a.root_id = x.root and a.code = x.code and a.id <> x.id
            """, db);
        var coded = assets.Where(a => a.Code is not null).ToList();
        command.Parameters.Add(new() { Value = workspace });
        command.Parameters.Add(new() { Value = named.Select(a => a.Type).ToArray() });
        command.Parameters.Add(new() { Value = named.Select(a => a.ExternalId!).ToArray() });
        command.Parameters.Add(new() { Value = named.Select(a => a.Id).ToArray() });
        command.Parameters.Add(new() { Value = coded.Select(a => a.RootId!.Value).ToArray() });
        command.Parameters.Add(new() { Value = coded.Select(a => a.Code!).ToArray() });
        command.Parameters.Add(new() { Value = coded.Select(a => a.Id).ToArray() });
        HashSet<string> taken = new(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) taken.Add(reader.GetString(0));
        }

        for (var i = 0; i < assets.Count; i++)
        {
            var asset = assets[i];
            if (asset.ExternalId is not null && !taken.Add($"{asset.Type}/{asset.ExternalId}"))
            {
                var origin = asset.Origin.Split('/', 2);
                notes.Add(origin[0], origin[1], 0, "id.taken", $"another {asset.Type} is called {asset.ExternalId} already; this one is called {asset.Origin}");
                assets[i] = asset with { ExternalId = asset.Origin.Length > Domain.Assets.AssetLimits.ExternalId ? null : asset.Origin };
            }

            if (asset.Code is not null && !taken.Add($"{asset.RootId}/{asset.Code}")) assets[i] = assets[i] with { Code = $"{asset.Code}-{asset.Id.ToString("N")[^6..].ToUpperInvariant()}" };
        }

        return assets;
    }

    private async Task<List<LegacyInvited>> InviteAsync(Guid workspace, List<LegacyInvitation> people, DateTime now, CancellationToken ct)
    {
        List<LegacyInvited> invited = [];
        List<(LegacyInvitation Person, byte[] Hash)> rows = [];
        foreach (var person in people)
        {
            var (token, hash) = tokens.Make(new WorkspaceId(workspace), person.Id);
            rows.Add((person, hash));
            invited.Add(new LegacyInvited(person.Name, person.Origin.Split('/', 2)[1], token));
        }

        await new BulkInsert<(LegacyInvitation Person, byte[] Hash)>("invitations")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, r => r.Person.Id).Column("role", Text, _ => Roles.Viewer).Column("secret_hash", Bytea, r => r.Hash)
            .Column("created_at", TimestampTz, _ => now).Column("created_by", Uuid, _ => workspaces.Named.Owner).Column("expires_at", TimestampTz, _ => now.AddDays(Invitation.MaxDays))
            .RunAsync(db, rows, ct);
        return invited;
    }

    /// <summary>One row for the batch, and one for every earlier version of a shot's words, which are the shot's history.</summary>
    private Task<int> RecordAsync(Guid workspace, List<LegacyOutcome> outcomes, List<LegacyVersion> versions, DateTime now, CancellationToken ct)
    {
        var sum = outcomes.GroupBy(o => o.Table).ToDictionary(g => g.Key, g => g.GroupBy(o => o.Fate.ToString().ToLowerInvariant()).ToDictionary(f => f.Key, f => f.Count()));
        List<(Guid Id, string Type, Guid Subject, Guid? Root, string? Before, string After, DateTime At)> rows =
        [
            .. versions.Select(v => (v.Id, Subject, v.Shot, (Guid?)v.Film, v.Before, v.After, v.At)),
            (ids.Next(), Subject, workspace, null, null, JsonSerializer.Serialize(sum), now),
        ];
        return new BulkInsert<(Guid Id, string Type, Guid Subject, Guid? Root, string? Before, string After, DateTime At)>("activity")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, r => r.Id).Column("at", TimestampTz, r => r.At).Column("actor_kind", Text, _ => "legacy").Column("actor_id", Uuid, _ => workspaces.Named.Owner)
            .Column("actor_name", Text, _ => workspaces.Named.OwnerName).Column("kind", Text, _ => Operation).Column("subject_type", Text, r => r.Type).Column("subject_id", Uuid, r => r.Subject)
            .Column("root_id", Uuid, r => r.Root).Json("before", r => r.Before).Json("after", r => r.After).Column("request_id", Text, _ => Operation)
            .RunAsync(db, rows, ct);
    }

    private async Task RaiseAsync(Guid workspace, List<LegacyAsset> assets, CancellationToken ct)
    {
        var films = assets.Select(a => a.RootId ?? a.Id).Distinct().ToArray();
        await using var command = new NpgsqlCommand("""
            insert into film_revisions (workspace_id, film_id, revision) select workspace_id, id, 1 from assets where workspace_id = $1 and type = 'film' and id = any($2) order by id
            on conflict (workspace_id, film_id) do update set revision = film_revisions.revision + 1
            """, db) { Parameters = { new() { Value = workspace }, new() { Value = films } } };
        await command.ExecuteNonQueryAsync(ct);
    }
}
