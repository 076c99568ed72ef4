using Director.Application.Common;
using Director.Application.Generation;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.PromptHelp;

/// <summary>
/// Has a language model say a prompt more vividly, without adding people or changing what happens. The answer is a proposal: nothing is kept of
/// it until somebody sends it as a shot's prompt or with a request to generate. What it cost is counted. Asking twice costs twice.
/// </summary>
/// <param name="Text">The prompt as it is; absent: the shot's own, or what is composed from it.</param>
/// <param name="ShotId">The shot it is for; absent: none in particular.</param>
/// <param name="Instructions">What to look out for.</param>
[Requires(Permission.Generate)]
public sealed record EnhancePromptCommand(string? Text = null, Guid? ShotId = null, string? Instructions = null) : ICommand<EnhancedPromptDto>, IOwnTransaction;

/// <summary>A proposed prompt.</summary>
/// <param name="Proposed">Always true: a machine wrote it and nobody has agreed to it.</param>
/// <param name="Prompt">The proposal.</param>
/// <param name="Before">What it was made from.</param>
/// <param name="Cost">What it cost.</param>
public sealed record EnhancedPromptDto(bool Proposed, string Prompt, string Before, HelpCostDto Cost);

internal sealed class EnhancePromptValidator : AbstractValidator<EnhancePromptCommand>
{
    public EnhancePromptValidator()
    {
        RuleFor(c => c.Text).MaximumLength(DetailLimits.Paragraph).OverridePropertyName("text");
        RuleFor(c => c.Instructions).MaximumLength(DetailLimits.Paragraph).OverridePropertyName("instructions");
        RuleFor(c => c.Text).NotEmpty().When(c => c.ShotId is null).OverridePropertyName("text");
    }
}

internal sealed class EnhancePromptHandler(IShotReader shots, IRequestHandler<GetShotPromptQuery, Result<ShotPromptDto>> prompts, Helping helping)
    : IRequestHandler<EnhancePromptCommand, Result<EnhancedPromptDto>>
{
    private const string Task = """
        You improve prompts for image and video models used in film production. Keep every person, place and thing that is named, keep what happens, the framing and the camera movement.
        Add what a camera would see: light, textures, depth, weather, gesture. Add no new people and no text in the picture. Write one paragraph of at most 150 words, in the language of the prompt.
        Answer with the improved prompt alone.
        """;

    public async Task<Result<EnhancedPromptDto>> Handle(EnhancePromptCommand request, CancellationToken cancellationToken)
    {
        ShotDto? shot = null;
        if (request.ShotId is { } id && (shot = await shots.ShotAsync(new AssetId(id), cancellationToken)) is null) return FilmErrors.ShotNotFound;
        var before = request.Text;
        if (string.IsNullOrWhiteSpace(before))
        {
            var composed = await prompts.Handle(new GetShotPromptQuery(shot!.Id), cancellationToken);
            if (composed.Error is { } unknown) return unknown;
            before = composed.Value.Prompt;
        }

        var text = string.IsNullOrWhiteSpace(request.Instructions) ? $"Prompt:\n{before}" : $"Prompt:\n{before}\n\nTo look out for:\n{request.Instructions}";
        var answer = await helping.AskAsync(OperationName.Of<EnhancePromptCommand>(), Task, text, shot?.Id, shot?.RootId, cancellationToken);
        if (answer.Error is { } refused) return refused;
        return new EnhancedPromptDto(true, RecipeWriter.Cut(answer.Value.Text.Trim().Trim('"')), before, answer.Value.Cost);
    }
}
