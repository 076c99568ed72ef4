using System.Globalization;
using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Models;

/// <summary>Writes what a recipe says in a model's own words. What cannot be said is refused, never left out.</summary>
internal static class ModelInput
{
    /// <summary>The input of a model.</summary>
    /// <param name="addresses">The address of every reference, in the order of <see cref="ReferencePlan"/>.</param>
    /// <exception cref="ProviderRefusalException">The model cannot be told something that the recipe says.</exception>
    internal static JsonObject Write(CatalogueModel model, Recipe recipe, IReadOnlyList<(SlotField Slot, string Address)> addresses)
    {
        var input = model.Fixed?.DeepClone().AsObject() ?? [];
        input[model.Prompt] = Prompt(model, recipe);
        if (recipe.NegativePrompt is { } without)
            input[model.NegativePrompt ?? throw Refusal($"{model.Label} takes no negative prompt.")] = without;
        if (model.Seed is { } seed)
            input[seed] = recipe.Seed <= model.MaxSeed ? recipe.Seed : throw Refusal(FormattableString.Invariant($"{model.Label} takes seeds up to {model.MaxSeed}."));
        SetSize(input, model, recipe);
        SetDuration(input, model, recipe);
        foreach (var (name, value) in recipe.Parameters) SetParameter(input, model, name, value);
        foreach (var slot in addresses.GroupBy(a => a.Slot))
            input[slot.Key.Field] = slot.Key.List ? new JsonArray([.. slot.Select(a => (JsonNode)a.Address)]) : slot.Single().Address;
        return input;
    }

    internal static string Prompt(CatalogueModel model, Recipe recipe) =>
        string.IsNullOrWhiteSpace(recipe.Prompt) ? throw Refusal("There is no prompt: say what the shot shows.")
        : recipe.Prompt.Length > model.MaxPrompt ? throw Refusal(FormattableString.Invariant($"{model.Label} takes prompts of at most {model.MaxPrompt} characters; this one has {recipe.Prompt.Length}."))
        : recipe.Prompt;

    /// <summary>The size that is asked for, or the one nearest to the film's shape.</summary>
    internal static FrameSize SizeOf(CatalogueModel model, Recipe recipe)
    {
        if (!recipe.Parameters.TryGetValue(ProviderModel.SizeParameter, out var asked)) return FrameSize.For(recipe.Shot.AspectRatio, model.Sizes);
        return FrameSize.Parse(asked) is { } size && (model.Sizes.Count == 0 || model.Sizes.Contains(asked))
            ? size
            : throw Refusal(model.Sizes.Count == 0 ? "A size is written 1280x720." : $"{model.Label} makes {string.Join(", ", model.Sizes)}, not {Shown(asked)}.");
    }

    /// <summary>Refuses a parameter that the model does not have.</summary>
    internal static ProviderRefusalException Unknown(CatalogueModel model, string name) =>
        Refusal($"{model.Label} has no parameter \"{Shown(name)}\"{(model.Parameters.Count == 0 ? "" : $"; it has {string.Join(", ", model.Parameters.Keys)}")}.");

    /// <summary>A parameter's value as its type.</summary>
    internal static JsonNode Value(CatalogueModel model, string name, ParameterField field, string value)
    {
        if (field.Values is { } allowed && !allowed.Contains(value)) throw Refusal($"{name} of {model.Label} is one of {string.Join(", ", allowed)}, not {Shown(value)}.");
        return field.Type switch
        {
            ParameterType.Whole when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            ParameterType.Number when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            ParameterType.Flag when bool.TryParse(value, out var flag) => flag,
            ParameterType.Text => value,
            _ => throw Refusal($"{name} of {model.Label} is {(field.Type is ParameterType.Flag ? "true or false" : "a number")}, not {Shown(value)}."),
        };
    }

    private static void SetSize(JsonObject input, CatalogueModel model, Recipe recipe)
    {
        if (model.Size is not { } field)
        {
            if (recipe.Parameters.ContainsKey(ProviderModel.SizeParameter)) throw Refusal($"{model.Label} is not told a size.");
            return;
        }

        var size = SizeOf(model, recipe);
        switch (field.Style)
        {
            case SizeStyle.Object:
                input[field.Field] = new JsonObject { ["width"] = size.Width, ["height"] = size.Height };
                break;
            case SizeStyle.WidthHeight:
                (input["width"], input["height"]) = (size.Width, size.Height);
                break;
            case SizeStyle.Aspect:
                input[field.Field] = size.Aspect;
                break;
            default:
                input[field.Field] = size.ToString();
                break;
        }
    }

    private static void SetDuration(JsonObject input, CatalogueModel model, Recipe recipe)
    {
        var asked = recipe.Parameters.GetValueOrDefault(ProviderModel.DurationParameter);
        if (model.Duration is not { } field)
        {
            if (asked is not null) throw Refusal($"{model.Label} is not told a length.");
            return;
        }

        if (asked is null && model.DurationsMs.Count == 0) return;
        var ms = asked is null ? model.DurationsMs[0]
            : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 && (model.DurationsMs.Count == 0 || model.DurationsMs.Contains(given)) ? given
            : throw Refusal($"{model.Label} makes clips of {string.Join(", ", model.DurationsMs.Select(d => (d / 1000m).ToString("0.###", CultureInfo.InvariantCulture)))} seconds; {ProviderModel.DurationParameter} says milliseconds.");
        var seconds = ms / 1000m;
        input[field.Field] = field.Text is { } unit ? seconds.ToString("0.###", CultureInfo.InvariantCulture) + unit : ms % 1000 == 0 ? ms / 1000 : seconds;
    }

    private static void SetParameter(JsonObject input, CatalogueModel model, string name, string value)
    {
        if (name is ProviderModel.SizeParameter or ProviderModel.DurationParameter) return;
        if (!model.Parameters.TryGetValue(name, out var field)) throw Unknown(model, name);
        input[field.Field ?? name] = Value(model, name, field, value);
    }

    private static string Shown(string text) => text.Length > 60 ? text[..60] : text;

    private static ProviderRefusalException Refusal(string message) => new(new GenerationFailure(FailureKind.InvalidInput, message));
}
