using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>A worker's step: stores the intent to fetch and read. Fenced by the claim.</summary>
[Requires(Permission.Edit)]
public sealed record BeginExtractionCommand(ExtractionId Id, Guid Token) : ICommand<ExtractionWork>;

/// <summary>What a worker has to do.</summary>
/// <param name="SourceUrl">The address; null for a file.</param>
/// <param name="FileSha256">The file in the store; null for an address.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Kind">What it is; null: its bytes tell.</param>
/// <param name="Language">Its language, when somebody said it.</param>
/// <param name="Begun">The how manieth time this is since somebody asked.</param>
public sealed record ExtractionWork(string? SourceUrl, string? FileSha256, string? FileName, SourceKind? Kind, string? Language, int Begun);

internal sealed class BeginExtractionHandler(IExtractionRepository extractions, IActivityLog activity, TimeProvider clock) : IRequestHandler<BeginExtractionCommand, Result<ExtractionWork>>
{
    public async Task<Result<ExtractionWork>> Handle(BeginExtractionCommand request, CancellationToken cancellationToken)
    {
        if (await extractions.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } extraction) return ExtractionErrors.ClaimLost;
        var before = extraction.Status;
        if (extraction.Begin(clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Note(extraction, before);
        return new ExtractionWork(extraction.SourceUrl, extraction.FileSha256, extraction.FileName, extraction.SourceKind, extraction.Language, extraction.Begun);
    }
}
