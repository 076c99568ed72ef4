using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>A workflow in ComfyUI's API format, and which inputs of which nodes take what a recipe says.</summary>
internal sealed record Workflow
{
    /// <summary>The model's name in recipes.</summary>
    public required string Name { get; init; }
    /// <summary>For people.</summary>
    public required string Label { get; init; }
    /// <summary>What it makes.</summary>
    public OutputKind Kind { get; init; }
    /// <summary>Nodes by id, as ComfyUI exports them ("Save (API Format)").</summary>
    public required JsonObject Graph { get; init; }
    /// <summary>The node whose files are the result.</summary>
    public required string Output { get; init; }
    /// <summary>The sizes it makes; empty: any.</summary>
    public IReadOnlyList<string> Sizes { get; init; } = [];
    /// <summary>The lengths it makes, the usual one first.</summary>
    public IReadOnlyList<int> DurationsMs { get; init; } = [];
    /// <summary>Where the prompt goes.</summary>
    public required NodeInput Prompt { get; init; }
    /// <summary>Where what to leave out goes; null: nowhere.</summary>
    public NodeInput? NegativePrompt { get; init; }
    /// <summary>Where the seed goes.</summary>
    public NodeInput? Seed { get; init; }
    /// <summary>Where the width goes.</summary>
    public NodeInput? Width { get; init; }
    /// <summary>Where the height goes.</summary>
    public NodeInput? Height { get; init; }
    /// <summary>Where the number of frames goes, and how many a second has.</summary>
    public FramesInput? Frames { get; init; }
    /// <summary>Where references go; each takes one.</summary>
    public IReadOnlyList<ReferenceInput> References { get; init; } = [];
    /// <summary>The other settings that a recipe may name.</summary>
    public IReadOnlyDictionary<string, ParameterInput> Parameters { get; init; } = new Dictionary<string, ParameterInput>();

    /// <summary>As every provider's models are described.</summary>
    internal CatalogueModel Model() => new()
    {
        Name = Name,
        Label = Label,
        Kind = Kind,
        Sizes = Sizes,
        DurationsMs = DurationsMs,
        NegativePrompt = NegativePrompt is null ? null : "negativePrompt",
        Seed = Seed is null ? null : "seed",
        MaxSeed = long.MaxValue,
        Size = Width is null || Height is null ? null : new SizeField(SizeStyle.WidthHeight),
        Duration = Frames is null ? null : new DurationField("seconds"),
        Slots = [.. References.Select((r, i) => new SlotField(r.Role, FormattableString.Invariant($"reference{i}"), Required: r.Required))],
        Parameters = Parameters.ToDictionary(p => p.Key, p => new ParameterField(p.Value.Type, $"parameter.{p.Key}", p.Value.Values)),
    };

    /// <summary>Every input that is bound.</summary>
    internal IEnumerable<NodeInput> Bound() => new NodeInput?[] { Prompt, NegativePrompt, Seed, Width, Height, Frames }
        .OfType<NodeInput>().Concat(References).Concat(Parameters.Values);
}

/// <summary>An input of a node.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Input">The input's name.</param>
internal record NodeInput(string Node, string Input);

/// <summary>The input that takes a number of frames.</summary>
internal sealed record FramesInput(string Node, string Input, decimal PerSecond) : NodeInput(Node, Input);

/// <summary>An input that takes an uploaded picture.</summary>
internal sealed record ReferenceInput(string Node, string Input, string Role = "image", bool Required = false) : NodeInput(Node, Input);

/// <summary>An input that a recipe's parameter sets.</summary>
/// <param name="FirstThereIs">Whether the first that this ComfyUI offers is taken when nothing is said, such as a checkpoint.</param>
internal sealed record ParameterInput(string Node, string Input, ParameterType Type = ParameterType.Text, IReadOnlyList<string>? Values = null, bool FirstThereIs = false) : NodeInput(Node, Input);
