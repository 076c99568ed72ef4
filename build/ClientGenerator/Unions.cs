using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Director.ClientGenerator;

/// <summary>
/// NSwag writes a polymorphic schema as an interface that others extend, so a <c>switch</c> over it is never exhaustive. The base gets
/// another name here, and its own name becomes the union of what extends it.
/// </summary>
internal static partial class Unions
{
    internal static string Make(string script, string document)
    {
        foreach (var (name, schema) in JsonNode.Parse(document)!["components"]!["schemas"]!.AsObject())
        {
            if (schema!["discriminator"]?["mapping"] is not JsonObject mapping) continue;
            var alternatives = mapping.Select(m => ((string)m.Value!).Split('/')[^1]).ToArray();
            var declaration = $"export interface {name} {{";
            if (!script.Contains(declaration, StringComparison.Ordinal)) throw new InvalidOperationException($"The generated script does not declare {name}.");
            script = script.Replace(declaration, $"export type {name} = {string.Join(" | ", alternatives)};\n\nexport interface {name}Base {{", StringComparison.Ordinal);
            script = Regex.Replace(script, $@"\bextends {name}\b", $"extends {name}Base");
        }

        // A header that was not given is left out; NSwag would send it empty.
        return OptionalHeader().Replace(script, "...($2 !== undefined && $2 !== null ? { $1: \"\" + $2 } : {}),");
    }

    [GeneratedRegex("""("[A-Za-z-]+"): (\w+) !== undefined && \2 !== null \? "" \+ \2 : "",""")]
    private static partial Regex OptionalHeader();
}
