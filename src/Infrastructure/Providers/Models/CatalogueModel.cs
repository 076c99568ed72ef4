using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Infrastructure.Providers.Models;

/// <summary>A model as the catalogue describes it: what it makes, what it costs, and under which names it takes what a recipe says.</summary>
internal sealed record CatalogueModel
{
    /// <summary>Its name at the provider.</summary>
    public required string Name { get; init; }
    /// <summary>For people.</summary>
    public required string Label { get; init; }
    /// <summary>What it makes.</summary>
    public OutputKind Kind { get; init; }
    /// <summary>Of one output.</summary>
    public decimal Price { get; init; }
    /// <summary>For every second on top of it.</summary>
    public decimal? PricePerSecond { get; init; }
    /// <summary>Of one of the provider's billable units, where it says how many it charges.</summary>
    public decimal? UnitPrice { get; init; }
    /// <summary>Of a million tokens, where the provider says how many it charges.</summary>
    public TokenPrices? Tokens { get; init; }
    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";
    /// <summary>The sizes it makes, the usual one first; empty: any.</summary>
    public IReadOnlyList<string> Sizes { get; init; } = [];
    /// <summary>The lengths it makes, the usual one first.</summary>
    public IReadOnlyList<int> DurationsMs { get; init; } = [];
    /// <summary>When the provider takes it away.</summary>
    public DateOnly? ShutDownOn { get; init; }
    /// <summary>The field of the prompt.</summary>
    public string Prompt { get; init; } = "prompt";
    /// <summary>The most characters of it; null: as many as a recipe has.</summary>
    public int? MaxPrompt { get; init; }
    /// <summary>The field of what to leave out; null: it takes none.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>The field of the seed; null: it takes none.</summary>
    public string? Seed { get; init; }
    /// <summary>The largest seed it takes.</summary>
    public long MaxSeed { get; init; } = int.MaxValue;
    /// <summary>How it is told the size; null: it is not.</summary>
    public SizeField? Size { get; init; }
    /// <summary>How it is told the length; null: it is not.</summary>
    public DurationField? Duration { get; init; }
    /// <summary>Where its references go.</summary>
    public IReadOnlyList<SlotField> Slots { get; init; } = [];
    /// <summary>The other settings that a recipe may name.</summary>
    public IReadOnlyDictionary<string, ParameterField> Parameters { get; init; } = new Dictionary<string, ParameterField>();
    /// <summary>Sent every time.</summary>
    public JsonObject? Fixed { get; init; }

    /// <summary>As it is shown and chosen.</summary>
    internal ProviderModel Show(DateOnly? shutDownOn = null) => new(
        Name, Label, Kind, Money.Of(Price, Currency).Value, Slots.Where(s => s.Role == "image").Sum(s => s.Max), Sizes,
        DurationsMs.Count == 0 ? null : DurationsMs.Max(), shutDownOn ?? ShutDownOn)
    {
        Slots = [.. Slots.Select(s => new ReferenceSlot(s.Role, s.Max, s.Required))],
        DurationsMs = DurationsMs,
        PricePerSecond = PricePerSecond is { } second ? Money.Of(second, Currency).Value : null,
    };

    /// <summary>What an output costs when the provider does not say.</summary>
    internal Money Estimate(IReadOnlyDictionary<string, string> parameters) => Show().Estimate(parameters);
}

/// <summary>Prices of a million tokens each.</summary>
/// <param name="TextIn">Of the prompt.</param>
/// <param name="ImageIn">Of references.</param>
/// <param name="Out">Of the picture.</param>
internal sealed record TokenPrices(decimal TextIn, decimal ImageIn, decimal Out);

/// <summary>How a size is written.</summary>
internal enum SizeStyle
{
    /// <summary>One field, an object of width and height.</summary>
    Object,
    /// <summary>Two fields, <c>width</c> and <c>height</c>.</summary>
    WidthHeight,
    /// <summary>One field, <c>1280x720</c>.</summary>
    Text,
    /// <summary>One field, the shape alone: <c>16:9</c>.</summary>
    Aspect,
}

/// <summary>How a model is told the size.</summary>
internal sealed record SizeField(SizeStyle Style, string Field = "size");

/// <summary>How a model is told the length.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">Whether the seconds are a text, with this behind them; null: a number.</param>
internal sealed record DurationField(string Field = "duration", string? Text = null);

/// <summary>Where references of one role go.</summary>
/// <param name="Role">See <see cref="ReferenceSlot"/>.</param>
/// <param name="Field">The field.</param>
/// <param name="Max">How many.</param>
/// <param name="Required">Whether it refuses to work without.</param>
/// <param name="List">Whether the field is a list.</param>
internal sealed record SlotField(string Role, string Field, int Max = 1, bool Required = false, bool List = false);

/// <summary>The type of a parameter's value.</summary>
internal enum ParameterType
{
    /// <summary>A text.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>Any number.</summary>
    Number,
    /// <summary>true or false.</summary>
    Flag,
}

/// <summary>One of a model's other settings.</summary>
/// <param name="Type">What it is sent as.</param>
/// <param name="Field">Its field; null: its own name.</param>
/// <param name="Values">The values there are; null: any of the type.</param>
internal sealed record ParameterField(ParameterType Type = ParameterType.Text, string? Field = null, IReadOnlyList<string>? Values = null);
