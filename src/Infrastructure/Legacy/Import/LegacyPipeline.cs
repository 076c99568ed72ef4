using Director.Infrastructure.Legacy.Archive;
using Director.Infrastructure.Legacy.Report;
using Director.Infrastructure.Legacy.Rules;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>
/// Goes through everything that was staged, in an order in which owners come before what they own, and hands the sink what the rules make of it.
/// What a row becomes depends on the export alone, so every run goes the same way.
/// </summary>
internal sealed class LegacyPipeline(NpgsqlConnection db, LegacyArchive archive, LegacyWorkspaces workspaces, LegacyNotes notes, ILegacySink sink, int batchSize, Action<string> tell)
{
    private readonly LegacyPages pages = new(db, Math.Max(1, batchSize / 3));
    private readonly List<LegacyUnit> waiting = [];
    private readonly Dictionary<string, (long Imported, long Merged, long Refused)> counts = new(StringComparer.Ordinal);
    private readonly List<string> refusals = [];
    private Guid current;
    private int size;

    private DateTime Fallback { get; } = new(archive.Manifest.ExportedAt.UtcTicks / 10 * 10, DateTimeKind.Utc);

    internal IReadOnlyDictionary<string, (long Imported, long Merged, long Refused)> Counts => counts;

    internal IReadOnlyList<string> Refusals => refusals;

    internal async Task RunAsync(CancellationToken ct)
    {
        await WorkspacesAsync(ct);
        await EachAsync("projects", (target, staged) => FilmRules.Project(target, staged.Row, staged.A), ct);
        await EachAsync("film_projects", (target, staged) => FilmRules.Film(target, staged.Row, staged.A), ct);
        await CharactersAsync(ct);
        await EachAsync("assets", (target, staged) => MediaRules.Map(target, staged.Row, staged.Row.Text("character_id") is null ? null : staged.A is not null), ct);
        await EachAsync("script_generations", (target, staged) => ScriptRules.Script(target, staged.Row, staged.A, staged.N > 0), ct);
        await EachAsync("scenes", (target, staged) => ScriptRules.Scene(target, staged.Row, staged.A, staged.N ?? 0), ct);
        await ShotsAsync(ct);
        await EachAsync("content_items", (target, staged) => ContentRules.Content(target, staged.Row), ct);
        await EachAsync("processing_jobs", (target, staged) => ContentRules.Job(target, staged.Row, staged.A is not null), ct);
        await EachAsync("generation_notes", (target, staged) => ContentRules.Note(target, staged.Row, staged.B, About(target, staged)), ct);
        await EachAsync("tags", (target, staged) => ContentRules.Tagging(target, staged.Row, staged.A), ct);
        await TaggedAsync(ct);
        await EachAsync("users", Person, ct);
        await LeftOverAsync("scenes", "select from pg_temp.w_scenes w where w.id = s.id", r => $"its script {r.Text("script_generation_id") ?? "(none)"} is not in the export", ct);
        await LeftOverAsync("shot_generations", "select from pg_temp.home_texts w where w.id = s.id", r => $"neither its film {r.Text("film_id") ?? "(none)"} nor its scene {r.Text("scene_id") ?? "(none)"} is in the export", ct);
        await LeftOverAsync("film_shots", "select from pg_temp.home_takes w where w.id = s.id", r => $"its film {r.Text("film_project_id") ?? "(none)"} is not in the export", ct);
        await LeftOverAsync("shot_reviews", "select from pg_temp.home_takes w where w.id = s.k1", r => $"the take {r.Text("shot_id") ?? "(none)"}, which it is about, is not in the export or was refused", ct);
        await LeftOverAsync("shot_reviews", "select where not exists (select from pg_temp.home_takes w where w.id = s.k1) or not exists (select from pg_temp.s_shot_reviews v where v.k1 = s.k1 and v.line > s.line)",
            r => $"the take {r.Text("shot_id")} has a later review", ct);
        await FlushAsync(ct);
    }

    private async Task WorkspacesAsync(CancellationToken ct)
    {
        foreach (var row in await pages.ListAsync("select line, id, doc from pg_temp.s_workspaces order by id", r => LegacyRow.Read("workspaces", r.GetString(1), r.GetInt64(0), r.GetString(2)), ct))
        {
            var place = workspaces.All.First(w => w.Former == row.Id);
            var unit = place.Id == workspaces.Named.Id ? new LegacyUnit().Merged(row, "workspace", place.Id, $"the workspace {place.Slug}") : new LegacyUnit().Imported(row, "workspace", place.Id);
            await AddAsync(place.Id, unit, ct);
        }
    }

    private async Task EachAsync(string table, Func<LegacyTarget, StagedRow, LegacyUnit> map, CancellationToken ct)
    {
        await foreach (var page in pages.OfAsync(table, ct))
        {
            var files = await pages.FilesAsync(page.Select(p => p.Row), ct);
            foreach (var staged in page) await AddAsync(staged.Workspace, map(Target(staged.Workspace, files), staged), ct);
        }

        tell($"{table}: done");
    }

    private async Task CharactersAsync(CancellationToken ct)
    {
        await foreach (var page in pages.OfAsync("characters", ct))
        {
            var files = await pages.FilesAsync(page.Select(p => p.Row), ct);
            var named = page.SelectMany(p => p.Row.Value("projects_used") is { } used ? LegacyLists.Read(used) : []).Distinct(StringComparer.Ordinal).ToArray();
            var films = (await pages.ListAsync("select id, ws from pg_temp.w_film_projects where id = any($1)", r => (Id: r.GetString(0), Workspace: r.GetGuid(1)), ct, (object)named))
                .ToLookup(f => f.Workspace, f => f.Id);
            var pictured = (await pages.ListAsync(
                "select s.k2, s.k3, s.id, w.ws from pg_temp.s_assets s join pg_temp.w_assets w on w.id = s.id and w.a = s.k2 where s.k2 = any($1) and s.k3 is not null and lower(s.k4) = 'image'",
                r => (Character: r.GetString(0), Url: r.GetString(1), Id: r.GetString(2)), ct, (object)page.Select(p => p.Row.Id).ToArray())).ToLookup(p => p.Character);
            foreach (var staged in page)
            {
                var seen = pictured[staged.Row.Id].DistinctBy(p => p.Url).ToDictionary(p => p.Url, p => p.Id, StringComparer.Ordinal);
                await AddAsync(staged.Workspace, CharacterRules.Map(Target(staged.Workspace, files), staged.Row, films[staged.Workspace].ToHashSet(StringComparer.Ordinal), seen, staged.N ?? 0), ct);
            }
        }

        tell("characters: done");
    }

    private async Task ShotsAsync(CancellationToken ct)
    {
        // A shot comes with all its takes, so a page of shots is smaller than one of rows.
        var step = Math.Max(1, batchSize / 12);
        for (long from = 0; ; from += step)
        {
            var shots = await pages.ListAsync(
                "select ws, film, key, scene, place, sibling from pg_temp.w_shots where rank > $1 and rank <= $2 order by rank",
                r => (Workspace: r.GetGuid(0), Film: r.GetString(1), Key: r.GetString(2), Scene: LegacyPages.Text(r, 3), Place: r.GetInt64(4), Sibling: r.GetInt64(5)), ct, from, from + step);
            if (shots.Count == 0) break;
            var texts = (await pages.ListAsync(
                "select s.line, s.id, s.doc, w.film, w.key from pg_temp.w_shots w join pg_temp.home_texts t on t.film = w.film and t.key = w.key join pg_temp.s_shot_generations s on s.id = t.id where w.rank > $1 and w.rank <= $2",
                r => (Film: r.GetString(3), Key: r.GetString(4), Row: LegacyRow.Read("shot_generations", r.GetString(1), r.GetInt64(0), r.GetString(2))), ct, from, from + step)).ToLookup(t => (t.Film, t.Key), t => t.Row);
            var takes = (await pages.ListAsync("""
                select s.line, s.id, s.doc, w.film, w.key, v.line, v.id, v.doc from pg_temp.w_shots w join pg_temp.home_takes t on t.film = w.film and t.key = w.key
                join pg_temp.s_film_shots s on s.id = t.id left join lateral (select * from pg_temp.s_shot_reviews v where v.k1 = s.id order by v.line desc limit 1) v on true
                where w.rank > $1 and w.rank <= $2 order by w.rank, t.made nulls last, t.id
                """,
                r => (Film: r.GetString(3), Key: r.GetString(4), Take: (Row: LegacyRow.Read("film_shots", r.GetString(1), r.GetInt64(0), r.GetString(2)),
                    Review: r.IsDBNull(5) ? null : LegacyRow.Read("shot_reviews", r.GetString(6), r.GetInt64(5), r.GetString(7)))), ct, from, from + step)).ToLookup(t => (t.Film, t.Key), t => t.Take);
            var files = await pages.FilesAsync(takes.SelectMany(t => t.Select(x => x.Row)), ct);
            foreach (var s in shots)
            {
                var shot = new LegacyShot(s.Film, s.Key, s.Scene, s.Place, s.Sibling, [.. texts[(s.Film, s.Key)]], [.. takes[(s.Film, s.Key)]]);
                await AddAsync(s.Workspace, ShotRules.Map(Target(s.Workspace, files), shot), ct);
            }
        }

        tell("shots and takes: done");
    }

    private async Task TaggedAsync(CancellationToken ct)
    {
        await foreach (var page in pages.OfAsync("content_tags", ct))
        {
            var tags = (await pages.ListAsync("select line, id, doc from pg_temp.s_tags where id = any($1)", r => LegacyRow.Read("tags", r.GetString(1), r.GetInt64(0), r.GetString(2)), ct, (object)page.Select(p => p.A).OfType<string>().Distinct().ToArray()))
                .ToDictionary(t => t.Id, StringComparer.Ordinal);
            foreach (var staged in page) await AddAsync(staged.Workspace, ContentRules.Tagged(Target(staged.Workspace, NoFiles), staged.Row, staged.A is null ? null : tags[staged.A], staged.B is not null), ct);
        }
    }

    private static (Guid, Guid?, bool)? About(LegacyTarget target, StagedRow staged) => staged.A switch
    {
        null => null,
        var script when staged.Row.Text("generation_table") == "script_generations" => (target.Id(ScriptRules.Kind, script), null, false),
        var shot when shot.Split('\n', 2) is [var film, var key] => (ShotRules.IdOf(target.Workspace, film, key), LegacyIds.Film(target.Workspace, film), true),
        _ => null,
    };

    private static LegacyUnit Person(LegacyTarget target, StagedRow staged)
    {
        var unit = new LegacyUnit();
        var id = target.Id("users", staged.Row.Id);
        unit.Invitations.Add(new LegacyInvitation(staged.Row.Origin, id, staged.Row.Text("username") ?? $"Telegram user {staged.Row.Id}", target.Fallback));
        return unit.Imported(staged.Row, "invitation", id);
    }

    private async Task LeftOverAsync(string table, string without, Func<LegacyRow, string> reason, CancellationToken ct)
    {
        long after = 0;
        while (await pages.LeftOverAsync(table, without, after, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows) await AddAsync(workspaces.Named.Id, new LegacyUnit().Refused(row, reason(row)), ct);
            after = rows[^1].Line;
        }
    }

    private static readonly IReadOnlyDictionary<string, LegacyFile> NoFiles = new Dictionary<string, LegacyFile>();

    private LegacyTarget Target(Guid workspace, IReadOnlyDictionary<string, LegacyFile> files) => new(workspace, Fallback, files, notes);

    private async Task AddAsync(Guid workspace, LegacyUnit unit, CancellationToken ct)
    {
        if (workspace != current || size >= batchSize) await FlushAsync(ct);
        current = workspace;
        size += unit.Size;
        waiting.Add(unit);
        foreach (var outcome in unit.Outcomes) Count(outcome);
    }

    private void Count(LegacyOutcome outcome)
    {
        const int told = 100;
        var (imported, merged, refused) = counts.GetValueOrDefault(outcome.Table);
        counts[outcome.Table] = outcome.Fate switch
        {
            LegacyFate.Imported => (imported + 1, merged, refused),
            LegacyFate.Merged => (imported, merged + 1, refused),
            _ => (imported, merged, refused + 1),
        };
        if (outcome.Fate is LegacyFate.Refused && refused < told) refusals.Add($"{outcome.Table} {outcome.Id} (line {outcome.Line}): {outcome.Reason}");
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        if (waiting.Count > 0) await sink.TakeAsync(current, waiting, ct);
        waiting.Clear();
        size = 0;
    }
}
