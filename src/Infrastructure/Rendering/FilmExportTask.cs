using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Application.Exports;
using Director.Application.Films;
using Director.Application.MediaFiles.Work;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Media;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Rendering;

/// <summary>Puts a film together and makes a video asset of it. Called off, it stops within seconds.</summary>
internal sealed class FilmExportTask(IServiceScopeFactory scopes, TimeProvider clock) : IBackgroundTask
{
    private const long MostBytes = 64L * 1024 * 1024 * 1024;
    private static readonly TimeSpan WithoutFfmpeg = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(1);

    public string Kind => IFilmExports.Work;

    public int AtOnce => 1;

    public async Task<TimeSpan?> RunAsync(WorkTurn turn, CancellationToken ct)
    {
        var id = Guid.ParseExact(turn.Subject, "N");
        await using var scope = Open(turn);
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<IFilmExports>().FindAsync(id, ct) is not { EndedAt: null } export) return await DropAsync(services, turn, ct);
        if (Ffmpeg.Find() is null) return WithoutFfmpeg;

        var files = services.GetRequiredService<MadeFiles>();
        var place = files.Workplace();
        try
        {
            using var calledOff = CancellationTokenSource.CreateLinkedTokenSource(ct);
            try
            {
                return await MakeAsync(services, turn, export, place, calledOff);
            }
            catch (OperationCanceledException) when (calledOff.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                return await DropAsync(services, turn, ct);
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    public async Task GiveUpAsync(WorkTurn turn, string why, CancellationToken ct)
    {
        await using var scope = Open(turn);
        await FinishAsync(scope.ServiceProvider, turn, null, why, ct);
    }

    private async Task<TimeSpan?> MakeAsync(IServiceProvider services, WorkTurn turn, FilmExportDto export, string place, CancellationTokenSource calledOff)
    {
        var ct = calledOff.Token;
        if (await services.GetRequiredService<IAssetReader>().StructureAsync(new AssetId(export.FilmId), TakesShown.Selected, ct) is not { } film)
            return await FinishAsync(services, turn, null, "The film is not there any more.", ct);
        var audio = await services.GetRequiredService<IShotReader>().AudioAsync(new AssetId(export.FilmId), ct);
        var plan = AssemblyPlan.Of(film, audio, export.Options);
        var noted = clock.GetTimestamp();
        await NoteAsync(services, export.Id, 0, calledOff);
        var (path, failure) = await new FilmAssembly(plan, export.Options, place, (media, token) => FetchAsync(services, media, place, token), async progress =>
        {
            if (clock.GetElapsedTime(noted) < BetweenNotes) return;
            noted = clock.GetTimestamp();
            await NoteAsync(services, export.Id, progress, calledOff);
        }).MakeAsync(ct);
        if (path is null) return await FinishAsync(services, turn, null, Plain(failure, place), ct);

        await using var content = File.OpenRead(path);
        var kept = await services.GetRequiredService<IBlobStore>().PutAsync(content, MostBytes, ct);
        if (kept.Error is { } unkept) return await FinishAsync(services, turn, null, unkept.Message, ct);
        var media = await services.GetRequiredService<IMediaProbe>().ProbeAsync(kept.Value, ct);
        return await FinishAsync(services, turn, media.Error is null ? media.Value : null, media.Error?.Message, ct);
    }

    private static async Task NoteAsync(IServiceProvider services, Guid id, double progress, CancellationTokenSource calledOff)
    {
        if (!await services.GetRequiredService<FilmExportRows>().ProgressAsync(id, progress, calledOff.Token)) await calledOff.CancelAsync();
        calledOff.Token.ThrowIfCancellationRequested();
    }

    private static async Task<PictureFile?> FetchAsync(IServiceProvider services, MediaDto media, string place, CancellationToken ct)
    {
        if (MediaReaders.Of(media.ContentType) is not { } reader || await services.GetRequiredService<IBlobStore>().OpenAsync(media.Sha256, ct) is not { } content) return null;
        await using var closed = content;
        var path = await OnDisk.PathOfAsync(content, place, ct);
        if (!MediaKinds.IsWorkedAt(media.ContentType)) return new PictureFile(reader, path, null);
        var known = (await services.GetRequiredService<IMediaWork>().FindAsync(media.Sha256, ct)).Facts ?? (await ClipProbe.MeasureAsync(reader, path, ct)).Facts;
        return known is null ? null : new PictureFile(reader, path, known);
    }

    private static async Task<TimeSpan?> FinishAsync(IServiceProvider services, WorkTurn turn, Domain.Assets.Media? made, string? reason, CancellationToken ct)
    {
        var ended = await services.GetRequiredService<IMediator>().Send(new FinishFilmExportCommand(turn, Guid.ParseExact(turn.Subject, "N"), made, reason), ct);
        if (ended.Error is not { } refused) return null;
        await services.GetRequiredService<FilmExportRows>().EndAsync(Guid.ParseExact(turn.Subject, "N"), FilmExportState.Failed, refused.Message, null, ct);
        return await DropAsync(services, turn, ct);
    }

    private static async Task<TimeSpan?> DropAsync(IServiceProvider services, WorkTurn turn, CancellationToken ct)
    {
        await services.GetRequiredService<WorkTurns>().EndAsync(turn, ct);
        return null;
    }

    private static string Plain(string? said, string place) => (said ?? "It could not be put together.").Replace(place, "", StringComparison.Ordinal) is var plain && plain.Length > 1_000 ? plain[..1_000] : plain;

    private AsyncServiceScope Open(WorkTurn turn)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(turn.Workspace, turn.AskedBy ?? default, turn.AskedByName, $"{turn.Kind}:{turn.Subject}");
        return scope;
    }
}
