using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>What somebody asks of a provider; everything left out is chosen.</summary>
public sealed record GenerationWish
{
    /// <summary>The most takes of one request.</summary>
    public const int MaxCount = 16;

    /// <summary>The highest priority, and, negative, the lowest.</summary>
    public const int MostPriority = 100;

    /// <summary>The priority of what is asked of one shot, so that it comes before a whole film's.</summary>
    public const int ShotPriority = 10;

    internal static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>();

    /// <summary>The provider's slug; absent: the first that can be used.</summary>
    public string? Provider { get; init; }
    /// <summary>The model; absent: the provider's first.</summary>
    public string? Model { get; init; }
    /// <summary>The prompt; absent: composed from the shot.</summary>
    public string? Prompt { get; init; }
    /// <summary>What to leave out.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>The first take's seed, the next ones count up; absent: each its own.</summary>
    public long? Seed { get; init; }
    /// <summary>The provider's other settings.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
    /// <summary>The take to refine.</summary>
    public Guid? ParentTakeId { get; init; }
    /// <summary>What should be different from it.</summary>
    public string? Feedback { get; init; }
    /// <summary>Higher goes first within the workspace; absent: the request's usual one.</summary>
    public int? Priority { get; init; }
}

/// <summary>Turns wishes into recipes that need nothing more.</summary>
internal sealed class RecipeWriter(IGenerationProviders providers, ISeedSource seeds)
{
    /// <summary>The provider and model a wish names, if they can be used.</summary>
    internal Result<(IGenerationProvider Provider, ProviderModel Model)> Choose(string? provider, string? model, OutputKind? kind = null)
    {
        var usable = providers.All.FirstOrDefault(p => p.Status.Status is Common.Ports.Availability.Available);
        var chosen = provider is null ? usable : providers.Find(provider);
        if (chosen is null && providers.Missing.FirstOrDefault(m => m.Slug == provider) is { } missing)
            return GenerationErrors.ProviderUnavailable(missing.Label, missing.Reason);
        if (chosen is null) return GenerationErrors.UnknownProvider(provider ?? "");
        if (chosen.Status.Status is Common.Ports.Availability.NotConfigured)
            return GenerationErrors.ProviderUnavailable(chosen.Label, chosen.Status.Reason ?? $"{chosen.Status.Variable} is not set.");
        var found = model is null ? chosen.Models.FirstOrDefault(m => kind is null || m.Kind == kind) ?? chosen.Models[0] : chosen.Models.FirstOrDefault(m => m.Name == model);
        return found is null ? GenerationErrors.UnknownModel(chosen.Label, model!) : (chosen, found);
    }

    /// <summary>The recipe of the n-th take (from 0) that a wish asks of a shot.</summary>
    internal Recipe Write(GenerationWish wish, IGenerationProvider provider, ProviderModel model, ShotBrief brief, string? shotPrompt, int index)
    {
        var own = wish.Prompt is null ? Blank(shotPrompt) : null;
        return new Recipe
        {
            Provider = provider.Slug,
            Model = model.Name,
            Prompt = wish.Prompt ?? Cut(PromptComposer.Compose(brief, own, wish.Feedback)),
            NegativePrompt = Blank(wish.NegativePrompt),
            Seed = wish.Seed is { } first ? first + index : seeds.Next(),
            Parameters = wish.Parameters ?? GenerationWish.NoParameters,
            Feedback = Blank(wish.Feedback),
            ParentTakeId = wish.ParentTakeId,
            // Sent as words; a model that takes pictures gets the key image's hash recorded with it.
            References =
            [
                .. brief.Cast.Select(c => new TakeRecipeReference(c.AssetId, "character", c.Name, model.MaxReferences > 0 ? c.ReferenceSha256 : null)),
                .. brief.Looks.Select(l => new TakeRecipeReference(l.AssetId, l.Role, l.Name, model.MaxReferences > 0 ? l.ReferenceSha256 : null)),
            ],
            Shot = brief,
        };
    }

    /// <summary>What a provider is told about a shot.</summary>
    internal static ShotBrief Brief(Asset film, Asset? scene, Asset shot, IEnumerable<CastMember> cast, IEnumerable<LookReference> looks)
    {
        var details = shot.As<ShotDetails>();
        var place = scene?.As<SceneDetails>();
        return new ShotBrief
        {
            FilmTitle = film.Name,
            SceneNumber = place?.SceneNumber,
            ShotCode = shot.Code,
            Text = details.Description ?? shot.Description ?? shot.Name,
            Dialogue = details.Dialogue,
            Size = details.ShotSize,
            Angle = details.CameraAngle,
            Movement = details.Movement,
            Lens = details.Lens,
            Lighting = details.Lighting,
            Mood = details.Mood,
            IntExt = place?.IntExt,
            Location = place?.Location,
            TimeOfDay = place?.TimeOfDay,
            AspectRatio = film.As<FilmDetails>().Shape().ToString(),
            Cast = [.. cast],
            Looks = [.. looks],
        };
    }

    internal static string Cut(string text) => text.Length <= DetailLimits.Paragraph ? text : text[..DetailLimits.Paragraph];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
