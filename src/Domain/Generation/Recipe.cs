using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Domain.Assets.Types;
using Director.Domain.Common;

namespace Director.Domain.Generation;

/// <summary>
/// Everything a take is made from, complete when the generation is accepted: nothing is looked up later, so the same recipe makes the same
/// request whatever has been edited since.
/// </summary>
public sealed record Recipe
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The provider's slug.</summary>
    [Required, MaxLength(DetailLimits.Word)] public required string Provider { get; init; }
    /// <summary>The model's name at the provider.</summary>
    [Required, MaxLength(DetailLimits.Line)] public required string Model { get; init; }
    /// <summary>The prompt as it is sent.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string Prompt { get; init; } = "";
    /// <summary>What to leave out.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? NegativePrompt { get; init; }
    /// <summary>The seed as it is sent.</summary>
    [Range(0L, MaxSeed)] public long Seed { get; init; }
    /// <summary>The provider's other settings: text by name.</summary>
    [MaxLength(DetailLimits.Entries)] public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
    /// <summary>What the director wants to be different from the parent take.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Feedback { get; init; }
    /// <summary>The take this one refines.</summary>
    public Guid? ParentTakeId { get; init; }
    /// <summary>The take of the shot before whose settings were taken over.</summary>
    public Guid? InheritedFrom { get; init; }
    /// <summary>Everything that the words and pictures come from, as it was when the generation was accepted.</summary>
    public IReadOnlyList<RecipeSource> Sources { get; init; } = [];
    /// <summary>Every reference, with the hash of its bytes.</summary>
    [MaxLength(DetailLimits.Entries)] public IReadOnlyList<TakeRecipeReference> References { get; init; } = [];
    /// <summary>The shot as it was when the generation was accepted.</summary>
    public required ShotBrief Shot { get; init; }

    /// <summary>The largest seed: the largest whole number that every JSON reader keeps exact, less the takes of one request.</summary>
    public const long MaxSeed = 9_007_199_254_740_975;

    /// <summary>Everything that does not fit.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Faults =>
    [
        .. FieldRules.Faults(this),
        .. Parameters.Where(p => p.Key.Length > DetailLimits.Word || p.Value is null || p.Value.Length > DetailLimits.Paragraph || p.Key.Contains('\0', StringComparison.Ordinal) || p.Value.Contains('\0', StringComparison.Ordinal))
            .Select(p => new FieldFault("parameters", $"A parameter is a text of at most {DetailLimits.Paragraph} characters under a name of at most {DetailLimits.Word}.")),
    ];

    /// <summary>What a finished take tells of it.</summary>
    public TakeRecipe ForTake() => new()
    {
        Provider = Provider,
        Model = Model,
        Prompt = Prompt,
        NegativePrompt = NegativePrompt,
        Seed = Seed,
        Feedback = Feedback,
        InheritedFrom = InheritedFrom,
        Parameters = Parameters.Count == 0 ? null : new Dictionary<string, string>(Parameters),
        References = References.Count == 0 ? null : [.. References],
    };

    internal string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads one that was stored.</summary>
    public static Recipe Read(string json) => JsonSerializer.Deserialize<Recipe>(json, Json)!;
}
