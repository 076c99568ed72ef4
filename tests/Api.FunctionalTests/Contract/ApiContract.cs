using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>One operation of the document.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Method">GET, POST…</param>
/// <param name="Path">The path as written, with <c>{names}</c>.</param>
/// <param name="Node">The whole description.</param>
internal sealed record ApiOperation(string Id, string Method, string Path, JsonObject Node)
{
    internal Regex Pattern { get; } = new("^" + Regex.Replace(Regex.Escape(Path), @"\\\{[^}]*}", "[^/]+") + "/?$", RegexOptions.CultureInvariant);

    internal JsonObject Responses => Node["responses"]!.AsObject();

    internal JsonObject? JsonBody => Node["requestBody"]?["content"]?["application/json"] as JsonObject;
}

/// <summary>The API document, as a judge of answers.</summary>
internal sealed class ApiContract
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";
    private static readonly Lazy<ApiContract> Kept = new(() => new ApiContract(File.ReadAllText(Repository.PathOf("web", "openapi", "director.json"))));

    private readonly JsonSchema schemas;

    internal ApiContract(string text)
    {
        Document = JsonNode.Parse(text)!.AsObject();
        Operations = [.. Document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new ApiOperation((string)o.Value!["operationId"]!, o.Key.ToUpperInvariant(), p.Key, o.Value!.AsObject())))];
        schemas = JsonSchema.FromJsonAsync(Schemas()).GetAwaiter().GetResult();
    }

    /// <summary>The document that is committed.</summary>
    internal static ApiContract Committed => Kept.Value;

    internal JsonObject Document { get; }

    internal IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The operation of a request; a path without names wins over one with.</summary>
    internal ApiOperation? Find(string method, string path) =>
        Operations.Where(o => o.Method == method && o.Pattern.IsMatch(path)).OrderBy(o => o.Path.Count(c => c == '{')).FirstOrDefault();

    /// <summary>Everything about an answer that the document does not say; empty when it is as described.</summary>
    internal IReadOnlyList<string> Misfits(ApiOperation operation, int status, string? contentType, string body)
    {
        if (operation.Responses[status.ToString(CultureInfo.InvariantCulture)] is not JsonObject described) return status == 304 ? [] : [$"{status} is not documented: {body}"];
        var content = described["content"] as JsonObject;
        if (content is null) return body.Length == 0 ? [] : [$"{status} is documented without a body, and has one: {body}"];
        if (contentType is null || !content.Any(c => Covers(c.Key, contentType))) return [$"{status} is documented as {string.Join(", ", content.Select(c => c.Key))}, and came as {contentType ?? "nothing"}"];
        if (contentType is not (Json or ProblemJson)) return [];
        var schema = schemas.Definitions[Key(operation.Id, status)].ActualSchema;
        return [.. schema.Validate(body).Select(e => $"{e.Path}: {e.Kind}")];
    }

    private static bool Covers(string described, string sent) =>
        described == sent || described is "*/*" or "application/octet-stream" || (described.EndsWith("/*", StringComparison.Ordinal) && sent.StartsWith(described[..^1], StringComparison.Ordinal));

    /// <summary>All schemas in one: the named ones, and one for every JSON answer, in the words that the validator knows.</summary>
    private string Schemas()
    {
        var definitions = Document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var operation in Operations)
        {
            foreach (var (status, answer) in operation.Responses)
            {
                var schema = answer!["content"]?[Json]?["schema"] ?? answer["content"]?[ProblemJson]?["schema"];
                if (schema is not null) definitions[Key(operation.Id, int.Parse(status, CultureInfo.InvariantCulture))] = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()) };
            }
        }

        Constants(definitions);
        return new JsonObject { ["definitions"] = definitions }.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    private static void Constants(JsonNode? node)
    {
        if (node is JsonArray items) foreach (var item in items) Constants(item);
        if (node is not JsonObject found) return;
        foreach (var (_, value) in found.ToArray()) Constants(value);
        found.Remove("discriminator");
        if (found["const"] is not JsonValue constant) return;
        found.Remove("const");
        found["enum"] = new JsonArray(constant.DeepClone());
    }

    private static string Key(string operation, int status) => $"{operation}.{status}";
}
