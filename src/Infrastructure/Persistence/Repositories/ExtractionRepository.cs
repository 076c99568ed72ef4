using Director.Application.Common.Ports;
using Director.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

/// <summary>Extractions; every condition on a claim is part of the statement, and leases are the database's clock's affair.</summary>
internal sealed class ExtractionRepository(DirectorDbContext db, ICaller caller) : IExtractionRepository
{
    /// <summary>Characters that a text is found by: what fits one search vector, whatever is in it.</summary>
    internal const int MostWords = 150_000;

    private const string Columns = """
        workspace_id, id, status, source_kind, source_url, file_name, file_sha256, title, language, word_count, char_count, text_sha256, asset_id, duplicate_of, force,
        wished_tags, progress, begun, cause, message, retryable, created_at, created_by, started_at, ended_at, deleted_at
        """;

    /// <summary>What still has its text, or may yet get one.</summary>
    private const string Lives = """
        deleted_at is null and (status in ('pending', 'extracting') or status = 'completed' and exists (
          select from assets a where a.workspace_id = extractions.workspace_id and a.id = extractions.asset_id and a.deleted_at is null and a.deleted_with is null))
        """;

    private Guid Workspace => caller.Workspace().Value;

    public void Add(Extraction extraction) => db.Add(extraction);

    public Task<Extraction?> FindAsync(ExtractionId id, CancellationToken ct) =>
        OneAsync($"select {Columns} from extractions where workspace_id = {{0}} and id = {{1}} and deleted_at is null for no key update", [Workspace, id.Value], ct);

    public Task<Extraction?> FindHeldAsync(ExtractionId id, Guid token, CancellationToken ct) =>
        OneAsync($"select {Columns} from extractions where workspace_id = {{0}} and id = {{1}} and claim_token = {{2}} and ended_at is null for no key update", [Workspace, id.Value, token], ct);

    public Task<ExtractionId?> FindByUrlAsync(string url, CancellationToken ct) => IdAsync("source_url", url, ct);

    public Task<ExtractionId?> FindByFileAsync(string sha256, CancellationToken ct) => IdAsync("file_sha256", sha256, ct);

    public Task<Extraction?> FindByTextAsync(string sha256, ExtractionId except, CancellationToken ct) =>
        OneAsync($"""
            select {Columns} from extractions where workspace_id = {"{0}"} and text_sha256 = {"{1}"} and id <> {"{2}"} and status = 'completed' and duplicate_of is null and {Lives}
            order by created_at, id limit 1
            """, [Workspace, sha256, except.Value], ct);

    public Task HoldAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('content ' || {Workspace.ToString()}, 0))", ct);

    public Task<int> CountWaitingAsync(CancellationToken ct) =>
        db.Set<Extraction>().CountAsync(e => e.EndedAt == null && e.DeletedAt == null, ct);

    public Task ReleaseAsync(ExtractionId id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update extractions set claim_token = null, lease_until = null where workspace_id = {Workspace} and id = {id.Value}", ct);

    public Task IndexAsync(ExtractionId id, string text, CancellationToken ct)
    {
        var words = text.Length > MostWords ? text[..MostWords] : text;
        return db.Database.ExecuteSqlAsync($"update extractions set words = to_tsvector('simple', {words}) where workspace_id = {Workspace} and id = {id.Value}", ct);
    }

    internal async Task<bool> ClaimAsync(ExtractionId id, Guid token, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             update extractions set claim_token = {token}, lease_until = clock_timestamp() + {lease}
             where workspace_id = {Workspace} and id = {id.Value} and ended_at is null and (lease_until is null or lease_until < clock_timestamp())
             """, ct) == 1;

    internal async Task<bool> RenewAsync(ExtractionId id, Guid token, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             update extractions set lease_until = clock_timestamp() + {lease}
             where workspace_id = {Workspace} and id = {id.Value} and claim_token = {token} and ended_at is null
             """, ct) == 1;

    /// <summary>How far the holder is. No change that anybody made, so the record says nothing of it.</summary>
    internal Task ProgressAsync(ExtractionId id, Guid token, int progress, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"update extractions set progress = {progress} where workspace_id = {Workspace} and id = {id.Value} and claim_token = {token} and ended_at is null", ct);

    private async Task<ExtractionId?> IdAsync(string column, string value, CancellationToken ct)
    {
#pragma warning disable EF1002 // the column is one of two names above
        var found = await db.Database.SqlQueryRaw<Guid>(
            $"""select id as "Value" from extractions where workspace_id = {"{0}"} and {column} = {"{1}"} and {Lives} order by created_at desc, id desc limit 1""", Workspace, value).ToListAsync(ct);
#pragma warning restore EF1002
        return found.Count == 0 ? null : new ExtractionId(found[0]);
    }

#pragma warning disable EF1002 // statements of constants
    private Task<Extraction?> OneAsync(string sql, object[] values, CancellationToken ct) => db.Set<Extraction>().FromSqlRaw(sql, values).SingleOrDefaultAsync(ct);
#pragma warning restore EF1002
}
