using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers.Replicate;

/// <summary>
/// Finds a prediction whose answer was lost. Replicate takes no id of ours, but lists its newest hundred with their inputs: ours is the one
/// that was made since, for the same model and with the same words and seed.
/// </summary>
internal static class ReplicateSearch
{
    /// <summary>Clocks differ, and the intent is stored just before the call.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);

    /// <summary>What a look through the list found.</summary>
    /// <param name="Id">The one that fits; null when none does, or more than one.</param>
    /// <param name="Complete">Whether the list reaches back to before the attempt, with every input in it, so that what is not there never was.</param>
    /// <param name="Several">Whether more than one fits.</param>
    internal sealed record Finding(string? Id, bool Complete, bool Several);

    internal static Finding? In(ApiReply list, CatalogueModel model, ProviderRequest request)
    {
        if (list.Json.Member("results") is not { ValueKind: JsonValueKind.Array } results) return null;
        var since = request.StartedAt - Before;
        var (fitting, complete, reached) = (new List<string>(), true, list.Json.Text("next") is null);
        foreach (var prediction in results.EnumerateArray())
        {
            if (prediction.Text("id") is not { } id || !DateTimeOffset.TryParse(prediction.Text("created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)) return null;
            if (made < since)
            {
                reached = true;
                continue;
            }

            if (!IsOf(prediction, model)) continue;
            if (prediction.Member("input") is not { ValueKind: JsonValueKind.Object } input || prediction.Member("data_removed") is { ValueKind: JsonValueKind.True }) complete = false;
            else if (Fits(input, model, request)) fitting.Add(id);
        }

        return new Finding(fitting.Count == 1 ? fitting[0] : null, complete && reached, fitting.Count > 1);
    }

    private static bool IsOf(JsonElement prediction, CatalogueModel model)
    {
        var (name, version) = ReplicateModelName.Split(model.Name);
        return version is not null ? prediction.Text("version") == version : prediction.Text("model") == name;
    }

    /// <summary>References are at new addresses each time, so words and numbers decide; the seed is drawn for each take.</summary>
    private static bool Fits(JsonElement input, CatalogueModel model, ProviderRequest request)
    {
        var sent = ModelInput.Write(model, request.Recipe, []);
        return sent.All(field => input.Member(field.Key) is { } there && JsonNode.DeepEquals(field.Value, JsonNode.Parse(there.GetRawText())));
    }
}

/// <summary>The forms of a model's name: <c>owner/name</c>, or with a version behind a colon.</summary>
internal static class ReplicateModelName
{
    internal static (string Name, string? Version) Split(string name) => name.IndexOf(':', StringComparison.Ordinal) is var at and > 0 ? (name[..at], name[(at + 1)..]) : (name, null);
}
