using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Providers.Models;

/// <summary>
/// The models of each provider. Models and prices change more often than Director does, so a crew's own file,
/// <c>models/&lt;provider&gt;.json</c> below the data directory, adds models and replaces those of the same name.
/// </summary>
internal sealed class ModelCatalogue(DirectorSettings settings, ILogger<ModelCatalogue> log)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The models of a provider, the default one first.</summary>
    internal IReadOnlyList<CatalogueModel> Of(string slug)
    {
        var known = BuiltIn(slug);
        var path = Path.Combine(settings.ModelsDirectory, $"{slug}.json");
        if (!File.Exists(path)) return known;
        try
        {
            var own = JsonSerializer.Deserialize<List<CatalogueModel>>(File.ReadAllBytes(path), Json) ?? [];
            if (own.Find(m => Fault(m) is not null) is { } wrong) throw new JsonException($"{wrong.Name}: {Fault(wrong)}");
            // The crew's own come first: whoever writes such a file wants them.
            return [.. own, .. known.Where(k => own.TrueForAll(o => o.Name != k.Name))];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The model catalogue {Path} is left out: {Reason:l}", path, e.Message);
            return known;
        }
    }

    internal static IReadOnlyList<CatalogueModel> BuiltIn(string slug)
    {
        using var file = typeof(ModelCatalogue).Assembly.GetManifestResourceStream($"Director.Models.{slug}.json")
            ?? throw new InvalidOperationException($"There is no catalogue of {slug}.");
        return JsonSerializer.Deserialize<List<CatalogueModel>>(file, Json)!;
    }

    /// <summary>What does not fit in a catalogue's entry; null when all does.</summary>
    internal static string? Fault(CatalogueModel model) =>
        model.Currency is not { Length: 3 } || !model.Currency.All(char.IsAsciiLetterUpper) ? "currency is three capital letters"
        : model.Price < 0 || model.PricePerSecond < 0 || model.UnitPrice < 0 ? "a price is not negative"
        : model.Sizes.Any(s => FrameSize.Parse(s) is null) ? "a size is written 1280x720"
        : model.DurationsMs.Any(d => d is < 1 or > 3_600_000) ? "a duration is between 1 and 3,600,000 milliseconds"
        : model.Slots.Any(s => s.Max is < 1 or > 64 || (s.Max > 1 && !s.List)) ? "a slot for more than one reference is a list"
        : null;
}
