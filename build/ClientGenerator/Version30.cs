using System.Text.Json.Nodes;

namespace Director.ClientGenerator;

/// <summary>OpenAPI 3.1's schemas in 3.0's words: null as <c>nullable</c>, constants as enumerations of one, references without siblings.</summary>
internal static class Version30
{
    internal static void Downgrade(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array.ToArray()) Downgrade(item);
                break;
            case JsonObject found:
                foreach (var (_, value) in found.ToArray()) Downgrade(value);
                Types(found);
                Alternatives(found);
                if (found["const"] is JsonValue constant && found["type"] is JsonValue)
                {
                    found.Remove("const");
                    found["enum"] = new JsonArray(constant.DeepClone());
                }

                Reference(found);
                break;
        }
    }

    /// <summary><c>type: [string, null]</c>.</summary>
    private static void Types(JsonObject schema)
    {
        if (schema["type"] is not JsonArray types) return;
        var names = types.Select(t => (string)t!).ToList();
        if (names.Remove("null")) schema["nullable"] = true;
        if (names.Count == 1) schema["type"] = names[0];
        else schema.Remove("type");
    }

    /// <summary><c>oneOf: [null, X]</c>.</summary>
    private static void Alternatives(JsonObject schema)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (schema[keyword] is not JsonArray alternatives || alternatives.FirstOrDefault(a => a is JsonObject o && (string?)(o["type"] as JsonValue) == "null") is not { } none) continue;
            alternatives.Remove(none);
            schema["nullable"] = true;
            if (alternatives is not [JsonObject only]) continue;
            schema.Remove(keyword);
            if (only["allOf"] is JsonArray wrapped)
            {
                if (only["description"]?.DeepClone() is { } said) schema["description"] = said;
                schema["allOf"] = wrapped.DeepClone();
            }
            else
            {
                schema["allOf"] = new JsonArray(only.DeepClone());
            }
        }
    }

    /// <summary>3.0 reads nothing beside a reference.</summary>
    private static void Reference(JsonObject schema)
    {
        if (schema["$ref"] is not JsonValue reference || schema.Count == 1) return;
        schema.Remove("$ref");
        schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.DeepClone() });
    }
}
