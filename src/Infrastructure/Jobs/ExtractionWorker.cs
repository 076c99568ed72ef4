using System.Text;
using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using Director.Infrastructure.Content;
using Director.Infrastructure.Content.Fetching;
using Director.Infrastructure.Content.Languages;
using Director.Infrastructure.Content.Reading;
using Director.Infrastructure.Persistence.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Takes a text in: claim it, store the intent, fetch and read outside any transaction, store what came of it. Every write carries the claim's
/// token, so a worker that slept too long, or whose work was cancelled, changes nothing any more.
/// </summary>
internal sealed class ExtractionWorker(
    IServiceScopeFactory scopes, PageFetcher pages, Transcripts transcripts, ReaderProcess reader, ExtractionGate gate, IIdSource ids, ILogger<ExtractionWorker> log)
{
    private static readonly TimeSpan Full = TimeSpan.FromMilliseconds(500);

    internal async Task StepAsync(WorkspaceId workspace, ExtractionId id, CancellationToken ct)
    {
        if (await new ExtractionScope(scopes, workspace, default, "", id).AskerAsync(ct) is not { } asker) return;
        var step = new ExtractionScope(scopes, workspace, asker.Id, asker.Name, id);
        if (!gate.TryEnter(workspace))
        {
            await step.PutOffAsync(Full, ct);
            return;
        }

        try
        {
            var token = ids.Next();
            // Held by somebody: they end it, or their lease does and the sweep finds it.
            if (await step.ClaimAsync(token, ct)) await TakeInAsync(step, token, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process stops: the lease runs out, and whoever comes next begins again.
        }
        finally
        {
            gate.Leave(workspace);
        }
    }

    private async Task TakeInAsync(ExtractionScope step, Guid token, CancellationToken ct)
    {
        var begun = await step.SendAsync(new BeginExtractionCommand(step.Extraction, token), ct);
        if (begun.Error is not null) return;
        await using var heart = new Heartbeat(beat => step.RenewAsync(token, beat), e => log.LogWarning(e, "The heartbeat of extraction {ExtractionId} stopped", step.Extraction.Value), ct);
        try
        {
            if (begun.Value.Begun > ExtractionLimits.Interruptions)
                throw new ContentTroubleException(ExtractionCause.Interrupted, $"The work broke off {begun.Value.Begun - 1} times.", retryable: true);
            var read = await ReadAsync(step, begun.Value, token, heart.Token);
            await KeepAsync(step, read, begun.Value, token, heart.Token);
        }
        catch (ContentTroubleException trouble)
        {
            log.LogInformation("Extraction {ExtractionId} came to nothing: {Cause}", step.Extraction.Value, trouble.Cause);
            await step.SendAsync(new FailExtractionCommand(step.Extraction, token, trouble.Cause, trouble.Message, trouble.Retryable), ct);
        }
        catch (OperationCanceledException) when (heart.Token.IsCancellationRequested)
        {
            ct.ThrowIfCancellationRequested();
            log.LogInformation("Extraction {ExtractionId} was cancelled, or its claim was lost", step.Extraction.Value);
        }
    }

    private async Task<ReadText> ReadAsync(ExtractionScope step, ExtractionWork work, Guid token, CancellationToken ct)
    {
        if (work.SourceUrl is not { } url)
        {
            await using var file = await step.OpenAsync(work.FileSha256!, ct) ?? throw new ContentTroubleException(ExtractionCause.Unreadable, "The file is not in the store any more.");
            await step.ProgressAsync(token, 50, ct);
            return await reader.ReadAsync(file, new ReadWish(work.Kind, null, null, work.FileName), ct);
        }

        var address = new Uri(url);
        if (work.Kind is SourceKind.Video) return await transcripts.FetchAsync(address, ct);
        await step.ProgressAsync(token, 5, ct);
        var shown = new FetchProgress(step, token);
        await using var fetched = await pages.FetchAsync(address, shown.Arrived, ct);
        await shown.EndAsync();
        await step.ProgressAsync(token, 60, ct);
        return await reader.ReadAsync(fetched.Content, new ReadWish(work.Kind, fetched.ContentType, fetched.Address.AbsoluteUri, null), ct);
    }

    private static async Task KeepAsync(ExtractionScope step, ReadText read, ExtractionWork work, Guid token, CancellationToken ct)
    {
        await step.ProgressAsync(token, 90, ct);
        var bytes = Encoding.UTF8.GetBytes(read.Text);
        var kept = await step.KeepAsync(bytes, ct);
        if (kept.Error is { } unkept) throw new ContentTroubleException(ExtractionCause.NoRoom, unkept.Message, retryable: true);
        var found = new FoundText(read.Kind, read.Title ?? "Text", work.Language ?? read.Language ?? LanguageDetector.Detect(read.Text), PlainText.CountWords(read.Text),
            read.Text.Length, kept.Value.Sha256, kept.Value.Size, read.SceneCount);
        var words = read.Text.Length > ExtractionRepository.MostWords ? read.Text[..ExtractionRepository.MostWords] : read.Text;
        var done = await step.SendAsync(new CompleteExtractionCommand(step.Extraction, token, found, words), ct);
        if (done.Error is { } refused && refused.Code != ExtractionErrors.ClaimLost.Code)
            throw new ContentTroubleException(ExtractionCause.Unreadable, refused.Message);
    }

    /// <summary>Tells now and then how much has arrived: fetching is the way from 5 to 60.</summary>
    private sealed class FetchProgress(ExtractionScope step, Guid token)
    {
        private int told = 5;
        private Task telling = Task.CompletedTask;

        internal void Arrived(int share)
        {
            var at = 5 + (share * 55 / 100);
            if (at < told + 10 || !telling.IsCompleted) return;
            told = at;
            telling = step.ProgressAsync(token, at, CancellationToken.None);
        }

        internal Task EndAsync() => telling;
    }
}
