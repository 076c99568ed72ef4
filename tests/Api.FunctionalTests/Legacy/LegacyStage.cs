using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Legacy;
using Director.Infrastructure.Legacy.Report;

namespace Director.Api.FunctionalTests.Legacy;

/// <summary>A server with one workspace, lena, and an export of the former database. Made once for all tests of a run.</summary>
internal sealed class LegacyStage
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static LegacyStage? made;

    private LegacyStage(string source, string files, string export, LegacyReport dryRun, long changed) => (Source, Files, Export, DryRun, Changed) = (source, files, export, dryRun, changed);

    internal string Source { get; }
    internal string Files { get; }
    internal string Export { get; }

    /// <summary>What a dry run said.</summary>
    internal LegacyReport DryRun { get; }

    /// <summary>How many rows the database had more after the dry run.</summary>
    internal long Changed { get; }

    internal static async Task<LegacyStage> OfAsync(DirectorApp app)
    {
        await Gate.WaitAsync();
        try
        {
            if (made is not null) return made;
            var source = await FormerDatabase.MakeAsync(app.Database, "former_system");
            var files = FormerDatabase.MakeFiles();
            var export = Path.Combine(files, "legacy.zip");
            await LegacyTransfer.ExportAsync(source, files, export, _ => { }, TimeProvider.System, CancellationToken.None);
            await app.PersonAsync("lena");
            var before = await CountAsync(app);
            var report = await ImportAsync(app, export, dryRun: true);
            return made = new LegacyStage(source, files, export, report, await CountAsync(app) - before);
        }
        finally
        {
            Gate.Release();
        }
    }

    internal static Task<LegacyReport> ImportAsync(DirectorApp app, string export, bool dryRun = false, int batch = LegacyTransfer.BatchSize, Action<long>? progress = null, Action<string>? tell = null) =>
        LegacyTransfer.ImportAsync(app.Database.Owner, Path.Combine(app.DataDirectory, "media"), export, "lena", dryRun, batch, tell ?? (_ => { }), progress ?? (_ => { }), CancellationToken.None);

    internal static Task<LegacyVerification> VerifyAsync(DirectorApp app, string export, string? workspace = "lena") => LegacyTransfer.VerifyAsync(app.Database.Owner, export, workspace, _ => { }, CancellationToken.None);

    /// <summary>Everything that an import makes, as one hash; when it ran is left out, and so is whatever is drawn by chance.</summary>
    internal static async Task<string> HashAsync(DirectorApp app) => (await app.Database.ListAsync<string>("""
        select md5(string_agg(h, '' order by h)) from (
          select md5((to_jsonb(a) - 'workspace_id')::text) as h from assets a
          union all select md5((to_jsonb(r))::text) from asset_relationships r
          union all select md5(to_jsonb(c)::text) from asset_collections c
          union all select md5(to_jsonb(m)::text) from asset_collection_members m
          union all select md5(to_jsonb(t)::text) from tags t
          union all select md5(to_jsonb(t)::text) from asset_tags t
          union all select md5(to_jsonb(n)::text) from notes n
          union all select md5((to_jsonb(b) - 'created_at')::text) from blobs b
          union all select md5((to_jsonb(w) - 'created_at')::text) from workspaces w
          union all select md5((to_jsonb(l) - 'at')::text) from legacy_rows l
          union all select md5((to_jsonb(x) - 'tx' - 'seq')::text) from activity x where x.kind = 'importLegacy' and x.root_id is not null) x
        """)).Single();

    internal static async Task<long> CountAsync(DirectorApp app) => (await app.Database.ListAsync<long>(
        "select (select count(*) from assets) + (select count(*) from asset_relationships) + (select count(*) from activity) + (select count(*) from legacy_rows) + (select count(*) from workspaces) + (select count(*) from tags)")).Single();
}
