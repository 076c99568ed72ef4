using System.Text.Json;
using Director.Application.Common.Json;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles.Work;
using Director.Domain.Common;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Media;

/// <inheritdoc cref="IMediaWork" />
internal sealed class MediaWorkRows(DirectorDbContext db, WorkTurns turns, MadeFiles made, IUnitOfWork unitOfWork, ICaller caller) : IMediaWork
{
    /// <summary>Inside a transaction: asks for the work at a file that the workspace has now.</summary>
    internal async Task AskAsync(string sha256, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into media_work (workspace_id, sha256) values ({caller.Workspace().Value}, {sha256}) on conflict do nothing", ct);
        await turns.AskAsync(MediaKinds.Work, sha256, ct);
    }

    public async Task<MediaWorkDto> FindAsync(string sha256, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"select state, reason, facts::text as facts, products from media_work where workspace_id = {caller.Workspace().Value} and sha256 = {sha256}").ToListAsync(ct);
        if (rows is not [var row]) return new MediaWorkDto(MediaWorkState.Waiting, Waiting(null), [], null);
        var state = Enum.Parse<MediaWorkState>(row.State, ignoreCase: true);
        return new MediaWorkDto(state, state is MediaWorkState.Waiting ? Waiting(row.Reason) : row.Reason,
            [.. row.Products.Select(p => Enum.Parse<MediaProduct>(p, ignoreCase: true))],
            row.Facts is null ? null : JsonSerializer.Deserialize<MediaFacts>(row.Facts, AssetDetailsJson.Options));
    }

    public async Task<Stream?> OpenAsync(string sha256, MediaProduct product, CancellationToken ct)
    {
        if (made.Open(sha256, product) is { } content) return content;
        await unitOfWork.RunAsync<Result<Done>>("makeMediaAgain", async token =>
        {
            await db.Database.ExecuteSqlAsync(
                $"update media_work set state = 'waiting', products = '{{}}' where workspace_id = {caller.Workspace().Value} and sha256 = {sha256} and state = 'ready'", token);
            await turns.AskAsync(MediaKinds.Work, sha256, token);
            return Done.Ok;
        }, ct);
        return null;
    }

    public async Task<IReadOnlyList<MediaHolder>> HoldersAsync(string sha256, CancellationToken ct) => await db.Database.SqlQuery<MediaHolder>(
        $"select id, type, root_id from assets where workspace_id = {caller.Workspace().Value} and media_sha256 = {sha256} and type in ('video', 'audio') order by root_id, id").ToListAsync(ct);

    public async Task<bool> StoreAsync(WorkTurn turn, MediaWorkDto outcome, CancellationToken ct)
    {
        if (!await turns.EndAsync(turn, ct)) return false;
        var products = outcome.Products.Select(p => p.ToString()).ToArray();
        var facts = outcome.Facts is null ? null : JsonSerializer.Serialize(outcome.Facts, AssetDetailsJson.Options);
        var state = outcome.State.ToString().ToLowerInvariant();
        await db.Database.ExecuteSqlAsync(
            $"""
             update media_work set state = {state}, reason = {outcome.Reason}, products = {products}, facts = {facts}::jsonb, updated_at = clock_timestamp()
             where workspace_id = {turn.Workspace.Value} and sha256 = {turn.Subject}
             """, ct);
        return true;
    }

    private static string? Waiting(string? reason) => Ffmpeg.Find() is null ? Ffmpeg.Missing : reason;

    private sealed record Row(string State, string? Reason, string? Facts, string[] Products);
}
