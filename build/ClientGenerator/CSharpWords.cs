using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Director.ClientGenerator;

/// <summary>
/// What NSwag leaves unsaid to System.Text.Json: an enumeration's words on the wire, and that a property which must be there is written
/// also when it is null, although nulls are otherwise left out.
/// </summary>
internal static partial class CSharpWords
{
    internal static string Make(string code, string document)
    {
        code = EnumMember().Replace(code, "$0\n        [System.Text.Json.Serialization.JsonStringEnumMemberName(\"$1\")]");
        foreach (var (name, schema) in JsonNode.Parse(document)!["components"]!["schemas"]!.AsObject())
        {
            if (schema!["required"] is not JsonArray required || schema["properties"] is not JsonObject properties) continue;
            var start = code.IndexOf($"    public partial class {name}\n", StringComparison.Ordinal);
            if (start < 0) continue;
            var end = code.IndexOf("\n    }\n", start, StringComparison.Ordinal);
            var body = code[start..end];
            foreach (var property in required.Select(r => (string)r!).Where(r => properties[r] is JsonObject p && IsNullable(p)))
            {
                var declared = $"[System.Text.Json.Serialization.JsonPropertyName(\"{property}\")]\n";
                body = body.Replace(declared, declared + "        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]\n", StringComparison.Ordinal);
            }

            code = string.Concat(code.AsSpan(0, start), body, code.AsSpan(end));
        }

        return code;
    }

    private static bool IsNullable(JsonObject property) =>
        property["type"] is JsonArray types ? types.Any(t => (string)t! == "null")
        : property["oneOf"] is JsonArray alternatives && alternatives.Any(a => (string?)(a!["type"] as JsonValue) == "null");

    [GeneratedRegex("""\[System\.Runtime\.Serialization\.EnumMember\(Value = @"([^"]*)"\)\]""")]
    private static partial Regex EnumMember();
}
