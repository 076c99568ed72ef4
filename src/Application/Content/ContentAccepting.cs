using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Tags;
using FluentValidation;

namespace Director.Application.Content;

/// <summary>Accepts addresses and files: the row, the record and the work in one transaction.</summary>
internal sealed class ContentAccepting(
    IExtractionRepository extractions, IExtractionQueue queue, IContentReader reader, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock)
{
    /// <summary>What there is already, shown again; null when there is nothing, or it shall be done anew.</summary>
    internal async Task<ContentDto?> KnownAsync(bool force, Func<CancellationToken, Task<ExtractionId?>> find, CancellationToken ct)
    {
        // One after the other, so that the same link sent twice at once is taken in once, and the limit holds.
        await extractions.HoldAsync(ct);
        return !force && await find(ct) is { } known ? await reader.GetAsync(known, ct) : null;
    }

    internal async Task<Result<ContentDto>> AcceptAsync(Func<Domain.Workspaces.WorkspaceId, ExtractionId, Stamp, Extraction> make, CancellationToken ct)
    {
        if (await extractions.CountWaitingAsync(ct) >= ExtractionLimits.Waiting) return ExtractionErrors.TooManyWaiting(ExtractionLimits.Waiting);
        var made = make(caller.Workspace(), new ExtractionId(ids.Next()), caller.Stamp(clock));
        extractions.Add(made);
        activity.Note(made);
        await queue.EnqueueAsync(made.Id, TimeSpan.Zero, ct);
        await unitOfWork.FlushAsync(ct);
        return await reader.GetAsync(made.Id, ct) is { } shown ? shown : ExtractionErrors.NotFound;
    }
}

/// <summary>Limits of what is wished beside the text.</summary>
internal static class ContentWishes
{
    internal static void TagsAndLanguage<T>(this AbstractValidator<T> validator, Func<T, IReadOnlyList<string>?> tags, Func<T, string?> language)
    {
        validator.RuleFor(c => tags(c)).Must(t => t is null || (t.Count <= ExtractionLimits.Tags && t.All(n => !string.IsNullOrWhiteSpace(n) && n.Length <= Tag.MaxName)))
            .OverridePropertyName("tags").WithMessage($"There are at most {ExtractionLimits.Tags} tags, each of 1 to {Tag.MaxName} characters.");
        validator.RuleFor(c => language(c)).Must(IsLanguage).OverridePropertyName("language").WithMessage("language is a BCP 47 tag such as en or pt-BR.");
    }

    internal static Extraction.Wish Of(bool force, IReadOnlyList<string>? tags, string? language) =>
        new(force, [.. (tags ?? []).Select(t => t.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)], language);

    internal static bool IsLanguage(string? tag) => tag is null || (tag.Length is >= 2 and <= ExtractionLimits.Language && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
