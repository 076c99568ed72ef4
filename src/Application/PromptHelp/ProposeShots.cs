using System.Globalization;
using System.Text;
using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.PromptHelp;

/// <summary>
/// Has a language model propose how a scene could be broken into shots. Nothing is made: what pleases is sent as new shots. What it cost is
/// counted. Asking twice costs twice.
/// </summary>
/// <param name="SceneId">The scene.</param>
/// <param name="Count">How many at most, 1 to 40; absent: as the scene needs.</param>
/// <param name="Instructions">What to look out for.</param>
[Requires(Permission.Generate)]
public sealed record ProposeShotsCommand(Guid SceneId, int? Count = null, string? Instructions = null) : ICommand<ProposedShotsDto>, IOwnTransaction;

/// <summary>Proposed shots of a scene, in order.</summary>
/// <param name="Proposed">Always true: a machine wrote them and nobody has agreed to them.</param>
/// <param name="SceneId">The scene.</param>
/// <param name="Shots">Each as it can be sent to make the shot.</param>
/// <param name="Cost">What it cost.</param>
public sealed record ProposedShotsDto(bool Proposed, Guid SceneId, IReadOnlyList<ProposedShotDto> Shots, HelpCostDto Cost);

/// <summary>A proposed shot.</summary>
/// <param name="Description">The action.</param>
/// <param name="ShotSize">How much is seen; null when nothing was said.</param>
/// <param name="CameraAngle">Where the camera stands.</param>
/// <param name="Movement">How it moves.</param>
/// <param name="Lens">The lens.</param>
/// <param name="DurationFrames">How long it runs, in frames at the film's rate.</param>
/// <param name="Dialogue">What is said.</param>
/// <param name="Prompt">A prompt for a picture of it.</param>
public sealed record ProposedShotDto(
    string Description, string? ShotSize, string? CameraAngle, string? Movement, string? Lens, int? DurationFrames, string? Dialogue, string? Prompt);

internal sealed class ProposeShotsValidator : AbstractValidator<ProposeShotsCommand>
{
    internal const int Most = 40;

    public ProposeShotsValidator()
    {
        RuleFor(c => c.Count).InclusiveBetween(1, Most).OverridePropertyName("count");
        RuleFor(c => c.Instructions).MaximumLength(DetailLimits.Paragraph).OverridePropertyName("instructions");
    }
}

internal sealed class ProposeShotsHandler(IAssetReader assets, Helping helping) : IRequestHandler<ProposeShotsCommand, Result<ProposedShotsDto>>
{
    private const string Task = """
        You are a first assistant director. Break the scene into shots that tell it. Answer with JSON alone, in this shape:
        {"shots":[{"description":"what is seen and done, one sentence","shotSize":"ECU|CU|MS|WS|EWS","cameraAngle":"low|eye|high|dutch|overShoulder",
        "movement":"locked|pan|tilt|track|pushIn|pullOut|crane","lens":"35 mm","seconds":3.5,"dialogue":"what is said, or null","prompt":"a prompt for a picture of it"}]}
        Use the people and places of the scene and no others. Write in the language of the scene.
        """;

    public async Task<Result<ProposedShotsDto>> Handle(ProposeShotsCommand request, CancellationToken cancellationToken)
    {
        if (await assets.GetAsync(new AssetId(request.SceneId), cancellationToken) is not { Details: SceneDetails details } scene) return AssetErrors.NotA("scene");
        var film = await assets.GetAsync(new AssetId(scene.RootId), cancellationToken);
        var answer = await helping.AskAsync(OperationName.Of<ProposeShotsCommand>(), Task, Tell(scene, details, film, request), scene.Id, scene.RootId, cancellationToken);
        if (answer.Error is { } refused) return refused;
        var rate = film?.Details is FilmDetails format ? format.Rate() : Domain.Films.FrameRate.Film;
        var shots = Read(answer.Value.Text, rate).Take(request.Count ?? ProposeShotsValidator.Most).ToList();
        return shots.Count == 0 ? PromptHelpErrors.Unreadable : new ProposedShotsDto(true, scene.Id, shots, answer.Value.Cost);
    }

    private static string Tell(AssetDto scene, SceneDetails details, AssetDto? film, ProposeShotsCommand request)
    {
        var text = new StringBuilder();
        Line("Film", film?.Name);
        Line("Scene", details.Setting ?? string.Join(' ', new[] { details.IntExt, details.Location, details.TimeOfDay }.Where(p => p is not null)));
        Line("What happens", details.Synopsis ?? scene.Description ?? scene.Name);
        Line("At most so many shots", request.Count?.ToString(CultureInfo.InvariantCulture));
        Line("To look out for", request.Instructions);
        return text.ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) text.Append(name).Append(": ").AppendLine(value);
        }
    }

    /// <summary>Whatever a model puts around its JSON, and whatever it leaves out or overdoes within.</summary>
    private static List<ProposedShotDto> Read(string text, Domain.Films.FrameRate rate)
    {
        var (from, to) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (from < 0 || to < from) return [];
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(from, to - from + 1));
            if (!document.RootElement.TryGetProperty("shots", out var shots) || shots.ValueKind is not JsonValueKind.Array) return [];
            return
            [
                .. from shot in shots.EnumerateArray()
                   where shot.ValueKind is JsonValueKind.Object
                   let description = Said(shot, "description", DetailLimits.Paragraph)
                   where description is not null
                   select new ProposedShotDto(description!, Said(shot, "shotSize", DetailLimits.Word), Said(shot, "cameraAngle", DetailLimits.Word), Said(shot, "movement", DetailLimits.Word),
                       Said(shot, "lens", DetailLimits.Word), Frames(shot, rate), Said(shot, "dialogue", DetailLimits.Long), Said(shot, "prompt", DetailLimits.Paragraph)),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Said(JsonElement shot, string name, int most) =>
        shot.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString()!.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } said
            ? said[..Math.Min(said.Length, most)]
            : null;

    private static int? Frames(JsonElement shot, Domain.Films.FrameRate rate) =>
        shot.TryGetProperty("seconds", out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var seconds) && seconds is > 0 and <= 3_600
            ? (int)Math.Max(1, rate.FramesIn(seconds))
            : null;
}
