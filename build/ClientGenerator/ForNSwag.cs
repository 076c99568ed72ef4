using System.Text.Json;
using System.Text.Json.Nodes;

namespace Director.ClientGenerator;

/// <summary>
/// Says the document again in the words that NSwag understands: OpenAPI 3.0, unions as a base with derived schemas, one answer for
/// all refusals. The result is for generating clients; validators want the document itself.
/// </summary>
internal static class ForNSwag
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Headers that a client sets once for all calls; as arguments they would stand at every method.</summary>
    private static readonly string[] OncePerClient = ["X-Workspace"];

    private static readonly string[] BodyTypes = ["application/json", "application/octet-stream"];

    internal static string Rewrite(string document, Language language)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        root["openapi"] = "3.0.3";
        root.Remove("servers");
        var schemas = root["components"]!["schemas"]!.AsObject();
        foreach (var (name, schema) in schemas.ToArray())
        {
            if (schema!["discriminator"]?["mapping"] is JsonObject mapping) Inherit(schemas, name, mapping, language);
        }

        // A merge patch tells null from absent; the rest of a C# object's fields cannot, so patches take further fields by name.
        if (language is Language.CSharp)
        {
            foreach (var (name, schema) in schemas)
            {
                if (name.EndsWith("Patch", StringComparison.Ordinal)) schema!["additionalProperties"] = new JsonObject();
            }
        }

        foreach (var operation in root["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value).OfType<JsonObject>()) Simplify(operation);
        Version30.Downgrade(root);
        return root.ToJsonString(Indented);
    }

    /// <summary>oneOf with a discriminator becomes a base that the alternatives extend.</summary>
    private static void Inherit(JsonObject schemas, string name, JsonObject mapping, Language language)
    {
        var union = schemas[name]!.AsObject();
        var discriminator = (string)union["discriminator"]!["propertyName"]!;
        union.Remove("oneOf");
        union["type"] = "object";
        union["additionalProperties"] = false;
        union["required"] = new JsonArray(discriminator);
        union["properties"] = new JsonObject { [discriminator] = new JsonObject { ["type"] = "string" } };
        foreach (var (slug, reference) in mapping)
        {
            var derivedName = ((string)reference!).Split('/')[^1];
            var own = schemas[derivedName]!.DeepClone().AsObject();
            var properties = own["properties"]!.AsObject();
            properties.Remove(discriminator);
            if (language is Language.TypeScript) properties.Insert(0, discriminator, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(slug) });
            var required = (own["required"] as JsonArray ?? []).Select(r => (string)r!).Where(r => r != discriminator || language is Language.TypeScript);
            own["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
            var description = own["description"]?.DeepClone();
            own.Remove("description");
            schemas[derivedName] = new JsonObject
            {
                ["description"] = description,
                ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/components/schemas/{name}" }, own),
            };
        }
    }

    private static void Simplify(JsonObject operation)
    {
        if (operation["responses"] is JsonObject responses)
        {
            var refusal = responses.FirstOrDefault(r => r.Key[0] is '4' or '5').Value?.DeepClone();
            foreach (var status in responses.Select(r => r.Key).Where(s => s[0] is '4' or '5').ToArray()) responses.Remove(status);
            if (refusal is not null)
            {
                refusal["description"] = "Refused.";
                responses["default"] = refusal;
            }
        }

        if (operation["parameters"] is JsonArray parameters)
        {
            foreach (var parameter in parameters.OfType<JsonObject>().Where(p => (string?)p["in"] == "header").ToArray())
            {
                var name = (string)parameter["name"]!;
                if (OncePerClient.Contains(name)) parameters.Remove(parameter);
                else parameter["x-originalName"] = Camel(name);
            }
        }

        // The same body under several names: the plain one will do, and for files the one that is any file.
        if (operation["requestBody"]?["content"] is JsonObject content)
        {
            var one = BodyTypes.FirstOrDefault(content.ContainsKey) ?? content.First().Key;
            foreach (var other in content.Select(c => c.Key).Where(k => k != one).ToArray()) content.Remove(other);
        }
    }

    private static string Camel(string header)
    {
        var words = header.Split('-');
        return words[0].ToLowerInvariant() + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant()));
    }
}
