using Director.Domain.Workspaces;
using Director.Infrastructure.Legacy.Report;
using Director.Infrastructure.Legacy.Rules;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>A workspace that rows go to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Whoever has owned the named workspace longest: what is imported was made by them, as far as Director knows.</param>
/// <param name="OwnerName">Their name.</param>
internal sealed record LegacyPlace(Guid Id, Guid Owner, string OwnerName);

/// <summary>
/// Former workspaces become workspaces of their own, so that what was apart stays apart; the one with the named workspace's slug becomes that one,
/// and so do rows that have none.
/// </summary>
internal sealed class LegacyWorkspaces(NpgsqlConnection db, LegacyPages pages, LegacyNotes notes)
{
    private const string Owners = """
        select m.user_id, u.display_name from workspace_members m join users u on u.id = m.user_id where m.workspace_id = $1 and m.role = 'owner' order by m.created_at, m.user_id limit 1
        """;

    private readonly List<LegacyWorkspace> all = [];
    private readonly List<(LegacyRow Row, Workspace Made)> made = [];

    internal IReadOnlyList<LegacyWorkspace> All => all;

    internal LegacyPlace Named { get; private set; } = null!;

    /// <summary>Decides where everything goes; writes nothing.</summary>
    internal async Task PlanAsync(string workspace, DateTime fallback, CancellationToken ct)
    {
        var found = await pages.ListAsync("select id, slug, archived_at is not null from workspaces where slug = $1 or id::text = $1", r => (Id: r.GetGuid(0), Slug: r.GetString(1), Archived: r.GetBoolean(2)), ct, workspace);
        if (found is not [var named, ..]) throw new LegacyException($"There is no workspace '{workspace}'. Open Director and make one first.");
        if (named.Archived) throw new LegacyException($"The workspace '{workspace}' is archived and takes nothing in.");
        await UseAsync(named.Id, ct);
        var owner = (await pages.ListAsync(Owners, r => (r.GetGuid(0), r.GetString(1)), ct, named.Id)).FirstOrDefault();
        if (owner == default) throw new LegacyException($"The workspace '{workspace}' has no owner.");
        Named = new LegacyPlace(named.Id, owner.Item1, owner.Item2);
        all.Add(new LegacyWorkspace(null, named.Id, named.Slug, false));

        await Sql.ExecuteAsync(db, "create temp table s_ws (former text primary key, id uuid not null)", ct);
        HashSet<string> taken = [.. await Sql.ListAsync(db, "select slug::text from workspaces", ct)];
        foreach (var row in await pages.ListAsync("select line, id, doc from pg_temp.s_workspaces order by id", r => LegacyRow.Read("workspaces", r.GetString(1), r.GetInt64(0), r.GetString(2)), ct))
        {
            var place = await PlaceAsync(row, named.Id, named.Slug, taken, fallback, ct);
            all.Add(place);
            await using var insert = new NpgsqlCommand("insert into pg_temp.s_ws values ($1, $2)", db) { Parameters = { new() { Value = row.Id }, new() { Value = place.Id } } };
            await insert.ExecuteNonQueryAsync(ct);
        }

        foreach (var table in (string[])["projects", "characters", "assets", "film_projects", "script_generations"])
        {
            await HomelessAsync(table, "workspace.none", "s.k1 is null", _ => $"it has no workspace and goes to {named.Slug}, or where what it belongs to goes", ct);
            await HomelessAsync(table, "workspace.unknown", "s.k1 is not null", former => $"workspace {former} is not in the export; it goes to {named.Slug}, or where what it belongs to goes", ct);
        }
    }

    private async Task HomelessAsync(string table, string code, string which, Func<string?, string> what, CancellationToken ct)
    {
        var from = $"from {LegacyStaging.Of(table)} s where {which} and not exists (select from pg_temp.s_ws w where w.former = s.k1)";
        var count = await Sql.ScalarAsync<long>(db, $"select count(*) {from}", ct);
        if (count == 0) return;
        notes.Add(table, code, count, await pages.ListAsync($"select s.id, s.line, s.k1 {from} order by s.line limit {LegacyNotes.Examples}",
            r => $"{table} {r.GetString(0)} (line {r.GetInt64(1)}): {what(LegacyPages.Text(r, 2))}", ct));
    }

    /// <summary>Makes those that are not there yet, each owned by the named workspace's owners.</summary>
    internal async Task<long> MakeAsync(CancellationToken ct)
    {
        long written = 0;
        foreach (var (row, workspace) in made)
        {
            await using var transaction = await db.BeginTransactionAsync(ct);
            await UseAsync(Named.Id, ct);
            var owners = await pages.ListAsync("select user_id from workspace_members where workspace_id = $1 and role = 'owner'", r => r.GetGuid(0), ct, Named.Id);
            await UseAsync(workspace.Id.Value, ct);
            await using var insert = new NpgsqlCommand("""
                insert into workspaces (id, name, slug, currency, created_at, storage_quota_bytes, monthly_budget) values ($1, $2, $3, 'USD', $4, $5, $6) on conflict (id) do nothing
                """, db)
            {
                Parameters =
                {
                    new() { Value = workspace.Id.Value }, new() { Value = workspace.Name }, new() { Value = workspace.Slug }, new() { Value = workspace.CreatedAt.UtcDateTime },
                    new() { Value = row.Number("storage_quota_gb") is > 0 and < 1_000_000 and var gigabytes ? (long)(gigabytes * 1024 * 1024 * 1024) : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint },
                    new() { Value = row.Number("monthly_budget_usd") is > 0 and < 9_999_999_999m and var budget ? decimal.Round(budget, 6) : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Numeric },
                },
            };
            if (await insert.ExecuteNonQueryAsync(ct) > 0)
            {
                written++;
                await using var join = new NpgsqlCommand("insert into workspace_members (workspace_id, user_id, role, created_at) select $1, x, 'owner', now() from unnest($2::uuid[]) x", db)
                {
                    Parameters = { new() { Value = workspace.Id.Value }, new() { Value = owners.ToArray() } },
                };
                await join.ExecuteNonQueryAsync(ct);
            }

            await transaction.CommitAsync(ct);
        }

        return written;
    }

    /// <summary>Whose rows the connection's statements are about, for the rest of the transaction and after it.</summary>
    internal Task UseAsync(Guid workspace, CancellationToken ct) => Sql.ScalarAsync<string>(db, "select set_config('app.workspace', $1, false)", ct, workspace.ToString());

    private async Task<LegacyWorkspace> PlaceAsync(LegacyRow row, Guid named, string slug, HashSet<string> taken, DateTime fallback, CancellationToken ct)
    {
        if (row.Text("settings") is not null) notes.Add(row, "workspace.settings", "settings are not Director's and stay in the export");
        if (row.Text("slug") == slug || row.Id == slug || row.Id == named.ToString()) return new LegacyWorkspace(row.Id, named, slug, false);
        var id = LegacyIds.Of(named, "workspaces", row.Id);
        if ((await pages.ListAsync("select slug from workspaces where id = $1", r => r.GetString(0), ct, id)).FirstOrDefault() is { } there) return new LegacyWorkspace(row.Id, id, there, false);
        var name = row.Text("name") is { } said ? said[..Math.Min(said.Length, 200)] : "Former workspace";
        var workspace = Workspace.Create(new WorkspaceId(id), name, row.Moment("created_at", out _) ?? fallback);
        if (workspace.Error is { } unfit) throw new LegacyException($"workspaces, line {row.Line}: {unfit.Message} Nothing was imported.");
        var own = Workspace.Create(new WorkspaceId(id), row.Text("slug") ?? name, fallback) is { Error: null, Value.Slug: var wished } ? wished : workspace.Value.Slug;
        var free = own;
        for (var i = 2; !taken.Add(free); i++) free = Workspace.SlugVariant(own, i);
        workspace.Value.CallItself(free);
        made.Add((row, workspace.Value));
        return new LegacyWorkspace(row.Id, id, free, true);
    }
}
