using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>
/// What would be sent for a shot if nobody wrote another prompt, and what it is composed of. Sent as <c>prompt</c> of a request it can be edited
/// first; what was sent stands in the generation's recipe and in the take's.
/// </summary>
[Requires(Permission.Look)]
public sealed record GetShotPromptQuery(Guid ShotId, string? Feedback = null) : IQuery<ShotPromptDto>;

/// <summary>A composed prompt.</summary>
/// <param name="Prompt">The whole.</param>
/// <param name="Parts">What it is composed of, in order.</param>
public sealed record ShotPromptDto(string Prompt, IReadOnlyList<PromptPartDto> Parts);

/// <summary>One part of a prompt.</summary>
/// <param name="Role">character, location, prop, text, prompt (the shot's own, instead of its text), camera, place, light, style or feedback.</param>
/// <param name="AssetId">The asset whose words they are; null for the shot's own.</param>
/// <param name="Text">The words.</param>
public sealed record PromptPartDto(string Role, Guid? AssetId, string Text);

internal sealed class GetShotPromptHandler(IAssetRepository assets, IUnitOfWork unitOfWork, ShotBriefs briefs) : IRequestHandler<GetShotPromptQuery, Result<ShotPromptDto>>
{
    public Task<Result<ShotPromptDto>> Handle(GetShotPromptQuery request, CancellationToken cancellationToken) =>
        // The aggregates are read as the generating command reads them, so that what is shown is what would be sent.
        unitOfWork.RunAsync<Result<ShotPromptDto>>(OperationName.Of<GetShotPromptQuery>(), async ct =>
        {
            var branch = await assets.FindBranchAsync(new AssetId(request.ShotId), ct);
            if (branch.LastOrDefault() is not { IsLive: true, Type.Slug: "shot" }) return AssetErrors.NotA("shot");
            var (brief, prompt, _) = await briefs.ReadAsync(branch, ct);
            var own = string.IsNullOrWhiteSpace(prompt) ? null : prompt;
            var parts = PromptComposer.Parts(brief, own, request.Feedback).ToList();
            return new ShotPromptDto(RecipeWriter.Cut(PromptComposer.Whole(parts)), parts);
        }, cancellationToken);
}
