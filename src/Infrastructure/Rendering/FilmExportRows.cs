using System.Text.Json;
using Director.Application.Common.Json;
using Director.Application.Common.Ports;
using Director.Application.Exports;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Media;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Rendering;

/// <inheritdoc cref="IFilmExports" />
internal sealed class FilmExportRows(DirectorDbContext db, WorkTurns turns, ICaller caller, TimeProvider clock) : IFilmExports
{
    public async Task AddAsync(FilmExportDto export, CancellationToken ct)
    {
        var options = JsonSerializer.Serialize(export.Options, AssetDetailsJson.Options);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into film_exports (workspace_id, id, film_id, format, options, created_by, created_at)
             values ({caller.Workspace().Value}, {export.Id}, {export.FilmId}, {export.Format}, {options}::jsonb, {caller.Person().Value}, {export.CreatedAt})
             """, ct);
        await turns.AskAsync(IFilmExports.Work, export.Id.ToString("N"), ct);
    }

    public async Task<FilmExportDto?> FindAsync(Guid id, CancellationToken ct) => (await db.Database.SqlQuery<Row>(
        $"""
         select id, film_id, format, options::text as options, state, progress, reason, asset_id, created_at, ended_at from film_exports
         where workspace_id = {caller.Workspace().Value} and id = {id}
         """).ToListAsync(ct)).Select(Read).SingleOrDefault();

    public async Task<IReadOnlyList<FilmExportDto>> ListAsync(Guid film, int limit, CancellationToken ct) => [.. (await db.Database.SqlQuery<Row>(
        $"""
         select id, film_id, format, options::text as options, state, progress, reason, asset_id, created_at, ended_at from film_exports
         where workspace_id = {caller.Workspace().Value} and film_id = {film} order by created_at desc, id desc limit {limit}
         """).ToListAsync(ct)).Select(Read)];

    public async Task<bool> EndAsync(Guid id, FilmExportState state, string? reason, Guid? asset, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"""
         update film_exports set state = {state.ToString().ToLowerInvariant()}, reason = {reason}, asset_id = {asset}, ended_at = {clock.GetUtcNow()},
           progress = case when {asset}::uuid is null then progress else 1 end
         where workspace_id = {caller.Workspace().Value} and id = {id} and ended_at is null
         """, ct) > 0;

    /// <summary>Notes how far it is; false when it was called off.</summary>
    internal async Task<bool> ProgressAsync(Guid id, double progress, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"update film_exports set state = 'running', progress = {progress} where workspace_id = {caller.Workspace().Value} and id = {id} and ended_at is null", ct) > 0;

    private static FilmExportDto Read(Row row)
    {
        var state = Enum.Parse<FilmExportState>(row.State, ignoreCase: true);
        return new FilmExportDto(row.Id, row.FilmId, row.Format, JsonSerializer.Deserialize<FilmExportOptions>(row.Options, AssetDetailsJson.Options)!, state,
            row.Progress, state is FilmExportState.Queued && Ffmpeg.Find() is null ? Ffmpeg.Missing : row.Reason, row.AssetId, row.CreatedAt, row.EndedAt);
    }

    private sealed record Row(
        Guid Id, Guid FilmId, string Format, string Options, string State, double Progress, string? Reason, Guid? AssetId, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);
}
