using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Application.Common.Json;

namespace Director.Api.Hosting;

/// <summary>How JSON is read and written on the wire. The document generator reads the same options.</summary>
internal static class JsonSetup
{
    /// <summary>Levels of nesting that are read; one more is a 400.</summary>
    internal const int MaxDepth = 64;

    internal static IServiceCollection AddDirectorJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(http => Configure(http.SerializerOptions));

    private static void Configure(JsonSerializerOptions json)
    {
        json.MaxDepth = MaxDepth;
        AssetDetailsJson.Configure(json);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a field that nobody reads is a mistake, or an attempt
        json.AllowDuplicateProperties = false;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
    }
}
