using Director.Application.Common.Ports;
using Director.Application.MediaFiles.Work;
using Director.Domain.Common;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Media;

/// <summary>Measures a clip or a sound, makes what belongs to it, and says so on the assets that hold it.</summary>
internal sealed class MediaTask(IServiceScopeFactory scopes, ILogger<MediaTask> log) : IBackgroundTask
{
    /// <summary>How long work waits for an ffmpeg that is not there.</summary>
    private static readonly TimeSpan WithoutFfmpeg = TimeSpan.FromMinutes(1);

    public string Kind => MediaKinds.Work;

    public int AtOnce { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    public async Task<TimeSpan?> RunAsync(WorkTurn turn, CancellationToken ct)
    {
        await using var scope = Open(turn);
        var services = scope.ServiceProvider;
        var work = services.GetRequiredService<IMediaWork>();
        if (await TypeOfAsync(services, turn, ct) is not { } type) return await DropAsync(services, turn, ct);
        if (await work.FindAsync(turn.Subject, ct) is { State: not MediaWorkState.Waiting } known) return await EndAsync(services, turn, known, ct);
        if (Ffmpeg.Find() is null) return WithoutFfmpeg;

        var made = services.GetRequiredService<MadeFiles>();
        var place = made.Workplace();
        try
        {
            return await EndAsync(services, turn, await MakeAsync(services, turn, type, place, ct), ct);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    public async Task GiveUpAsync(WorkTurn turn, string why, CancellationToken ct)
    {
        await using var scope = Open(turn);
        await EndAsync(scope.ServiceProvider, turn, new MediaWorkDto(MediaWorkState.Failed, why, [], null), ct);
    }

    private async Task<MediaWorkDto> MakeAsync(IServiceProvider services, WorkTurn turn, string type, string place, CancellationToken ct)
    {
        if (MediaReaders.Of(type) is not { } reader) return Failed($"ffmpeg is not let near a file of type {type}.");
        await using var content = await services.GetRequiredService<IBlobStore>().OpenAsync(turn.Subject, ct);
        if (content is null) return Failed("The file is not in the store.");
        var original = await OnDisk.PathOfAsync(content, place, ct);
        var (facts, unread) = await ClipProbe.MeasureAsync(reader, original, ct);
        if (facts is null) return Failed(Plain(unread, original, place));
        await MeasureAsync(services, turn, facts, ct);

        var (files, failure) = await new MediaMaking(reader, original, place, facts).MakeAsync(ct);
        var made = services.GetRequiredService<MadeFiles>();
        foreach (var (product, path) in files) made.Keep(turn.Subject, product, path);
        if (failure is not null) log.LogInformation("Not everything could be made of {Sha256}: {Failure}", turn.Subject, Plain(failure, original, place));
        return files.Count == 0 ? Failed(Plain(failure, original, place)) with { Facts = facts }
            : new MediaWorkDto(MediaWorkState.Ready, failure is null ? null : Plain(failure, original, place), [.. files.Keys.Order()], facts);
    }

    /// <summary>Every asset that holds the file by now; one that gets it later asks for the work again.</summary>
    private static async Task MeasureAsync(IServiceProvider services, WorkTurn turn, MediaFacts facts, CancellationToken ct)
    {
        var app = services.GetRequiredService<IMediator>();
        foreach (var holder in await services.GetRequiredService<IMediaWork>().HoldersAsync(turn.Subject, ct)) await app.Send(new MeasureAssetCommand(holder.Id, turn.Subject, facts), ct);
    }

    private static async Task<TimeSpan?> EndAsync(IServiceProvider services, WorkTurn turn, MediaWorkDto outcome, CancellationToken ct)
    {
        if (outcome.Facts is { } facts) await MeasureAsync(services, turn, facts, ct);
        var ended = await services.GetRequiredService<IMediator>().Send(new FinishMediaWorkCommand(turn, outcome), ct);
        return ended.Error is null ? null : await DropAsync(services, turn, ct);
    }

    /// <summary>Nobody wants it any more: the file has gone, or the workspace is archived.</summary>
    private static async Task<TimeSpan?> DropAsync(IServiceProvider services, WorkTurn turn, CancellationToken ct)
    {
        await services.GetRequiredService<WorkTurns>().EndAsync(turn, ct);
        return null;
    }

    private static async Task<string?> TypeOfAsync(IServiceProvider services, WorkTurn turn, CancellationToken ct) =>
        await services.GetRequiredService<DirectorDbContext>().Blobs.Where(b => b.WorkspaceId == turn.Workspace && b.Sha256 == turn.Subject).Select(b => b.ContentType).FirstOrDefaultAsync(ct);

    private static MediaWorkDto Failed(string why) => new(MediaWorkState.Failed, why, [], null);

    /// <summary>What ffmpeg said, without where files lie on this machine.</summary>
    private static string Plain(string? said, string original, string place) =>
        (said ?? "Nothing could be made of it.").Replace($"file:{original}", "the file", StringComparison.Ordinal).Replace(original, "the file", StringComparison.Ordinal)
            .Replace(place, "", StringComparison.Ordinal).Trim() is var plain && plain.Length > 1_000 ? plain[..1_000] : plain;

    private AsyncServiceScope Open(WorkTurn turn)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(turn.Workspace, turn.AskedBy ?? default, turn.AskedByName, $"{turn.Kind}:{turn.Subject}");
        return scope;
    }
}
