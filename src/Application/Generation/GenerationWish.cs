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
    /// <summary>Whether what is left out is taken over from the recipe of the selected take of the shot before, in film order.</summary>
    public bool InheritFromPrevious { get; init; }
    /// <summary>Higher goes first within the workspace; absent: the request's usual one.</summary>
    public int? Priority { get; init; }
}

/// <summary>Turns wishes into recipes that need nothing more.</summary>
internal sealed class RecipeWriter(IGenerationProviders providers, ISeedSource seeds)
{
    /// <summary>The provider and model a wish names, if they can be used.</summary>
    internal Task<Result<(IGenerationProvider Provider, ProviderModel Model)>> ChooseAsync(string? provider, string? model, CancellationToken ct) => ChooseAsync(provider, model, null, ct);

    /// <inheritdoc cref="ChooseAsync(string?, string?, CancellationToken)"/>
    internal async Task<Result<(IGenerationProvider Provider, ProviderModel Model)>> ChooseAsync(string? provider, string? model, OutputKind? kind, CancellationToken ct) =>
        Choose(await providers.HereAsync(ct), provider, model, kind);

    private static Result<(IGenerationProvider Provider, ProviderModel Model)> Choose(ProviderSet providers, string? provider, string? model, OutputKind? kind)
    {
        var usable = providers.All.FirstOrDefault(p => p.Status.Status is Common.Ports.Availability.Available);
        var chosen = provider is null ? usable : providers.Find(provider);
        if (chosen is null && providers.Missing.FirstOrDefault(m => m.Slug == provider) is { } missing)
            return GenerationErrors.ProviderUnavailable(missing.Label, missing.Reason);
        if (chosen is null) return GenerationErrors.UnknownProvider(provider ?? "");
        if (chosen.Status.Status is Common.Ports.Availability.NotConfigured)
            return GenerationErrors.ProviderUnavailable(chosen.Label, chosen.Status.Reason ?? $"{chosen.Status.Variable} is not set.");
        var found = model is null ? chosen.Models.FirstOrDefault(m => kind is null || m.Kind == kind) ?? chosen.Models[0] : chosen.Models.FirstOrDefault(m => m.Name == model);
        if (found is null) return GenerationErrors.UnknownModel(chosen.Label, model!);
        return found.Unavailable is { } why ? GenerationErrors.ModelUnavailable(chosen.Label, found.Name, why) : (chosen, found);
    }

    /// <summary>The recipe of the n-th take (from 0) that a wish asks of a shot.</summary>
    /// <param name="wish">What is asked.</param>
    /// <param name="provider">Who makes it.</param>
    /// <param name="model">With which model.</param>
    /// <param name="brief">The shot.</param>
    /// <param name="shotPrompt">The shot's own prompt.</param>
    /// <param name="index">Which of the takes of this request.</param>
    /// <param name="sources">What it is made from.</param>
    /// <param name="picture">A take's picture to go by, sent where the model has room for one.</param>
    /// <param name="inheritedFrom">The take whose settings were taken over.</param>
    internal Recipe Write(
        GenerationWish wish, IGenerationProvider provider, ProviderModel model, ShotBrief brief, string? shotPrompt, int index, IReadOnlyList<RecipeSource>? sources = null,
        TakeRecipeReference? picture = null, Guid? inheritedFrom = null)
    {
        var own = wish.Prompt is null ? Blank(shotPrompt) : null;
        // Sent as words; a model that takes pictures gets the key image's hash recorded with it.
        List<TakeRecipeReference> references =
        [
            .. brief.Cast.Select(c => new TakeRecipeReference(c.AssetId, "character", c.Name, model.MaxReferences > 0 ? c.ReferenceSha256 : null)),
            .. brief.Looks.Select(l => new TakeRecipeReference(l.AssetId, l.Role, l.Name, model.MaxReferences > 0 ? l.ReferenceSha256 : null)),
        ];
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
            InheritedFrom = inheritedFrom,
            References = WithPicture(references, picture, model),
            // A prompt of the request's own has none of these words in it, unless the provider reads the shot as well.
            Sources = [.. (sources ?? []).Select(s => wish.Prompt is null || provider.ReadsTheShot ? s : s with { Words = null })],
            Shot = brief,
        };
    }

    /// <summary>The references, and the picture behind them where the model has a place left.</summary>
    internal static IReadOnlyList<TakeRecipeReference> WithPicture(IReadOnlyList<TakeRecipeReference> references, TakeRecipeReference? picture, ProviderModel model) =>
        picture is not null && references.Count(r => r.Sha256 is not null) < model.MaxReferences && references.All(r => r.AssetId != picture.AssetId) ? [.. references, picture] : references;

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
            RunsFrames = details.RunsFrames(film.As<FilmDetails>().Rate()),
            FrameRate = film.As<FilmDetails>().Rate().ToString(),
            AspectRatio = film.As<FilmDetails>().Shape().ToString(),
            Cast = [.. cast],
            Looks = [.. looks],
        };
    }

    internal static string Cut(string text) => text.Length <= DetailLimits.Paragraph ? text : text[..DetailLimits.Paragraph];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
