using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Director.Api.FunctionalTests.Contract.Fuzz;

/// <summary>How far a value is from what its schema allows.</summary>
internal enum Temper
{
    /// <summary>As the schema says.</summary>
    Valid,

    /// <summary>At a limit, or one beyond it.</summary>
    Borderline,

    /// <summary>Of any shape at all.</summary>
    Hostile,
}

/// <summary>
/// Makes values of the document's schemas, as the text of JSON: what no serializer would write, half a surrogate pair or a number beyond
/// every type, has to be sent too. The same chance gives the same values.
/// </summary>
/// <param name="document">The API document, for its references.</param>
/// <param name="chance">Decides everything.</param>
/// <param name="known">Ids of things that exist, by what they are.</param>
internal sealed class FuzzValues(JsonObject document, Random chance, IReadOnlyDictionary<string, string> known)
{
    private const int Deepest = 5;
    private const string Alphabet = "abcXYZ 0-_éж中";

    private static readonly string[] HostileTexts =
    [
        "", " ", "\0", "a\0b", "\ud800", "x\udc00", "' or 1=1; --", "../../etc/passwd", "<script>alert(1)</script>", "{{7*7}}", "%00", "%s%n", "null", "-1", "NaN",
        "\u202e", "\ufeff", "\uffff", "🎬", "http://169.254.169.254/", "00000000-0000-0000-0000-000000000000", "9999-99-99T99:99:99Z", new('a', 70_000), new('中', 9_000), "line\nbreak\r\n", "\u0007",
    ];

    private static readonly string[] HostileNumbers = ["-1", "0", "1e400", "-1e400", "1.5", "2147483648", "-2147483649", "9223372036854775808", "99999999999999999999999", "1e-400", "-0"];

    private static readonly string[] WrongTypes =
        ["null", "true", "[]", "{}", "7", "\"x\"", "[[]]", "[null]", "{\"a\":{\"a\":{\"a\":1}}}", "[" + string.Join(",", Enumerable.Repeat("1", 3_000)) + "]", Deep(40), Deep(2_000)];

    /// <summary>A value of a schema.</summary>
    /// <param name="schema">The schema; null: anything.</param>
    /// <param name="name">What the value is called, which tells whose id is meant.</param>
    /// <param name="temper">How far it may be from the schema.</param>
    /// <param name="depth">How deep within the body it stands.</param>
    internal string Json(JsonNode? schema, string name, Temper temper, int depth = 0)
    {
        if (temper is Temper.Hostile && Once(0.35)) return Pick(WrongTypes);
        var described = Resolve(schema);
        if (described["const"] is { } constant) return temper is Temper.Hostile ? "\"__other__\"" : constant.ToJsonString();
        if (described["enum"] is JsonArray members) return temper is Temper.Hostile ? Text(Pick(HostileTexts)) : members[chance.Next(members.Count)]?.ToJsonString() ?? "null";
        if ((described["oneOf"] ?? described["anyOf"]) is JsonArray choices) return Json(choices[chance.Next(choices.Count)], name, temper, depth + 1);
        return Kind(described, temper) switch
        {
            "null" => "null",
            "boolean" => temper is Temper.Hostile ? Pick("0", "\"true\"", "null") : Once(0.5) ? "true" : "false",
            "integer" or "number" => Number(described, temper),
            "array" => List(described, name, temper, depth),
            "object" => Thing(described, temper, depth),
            _ => Text(Word(described, name, temper)),
        };
    }

    /// <summary>A value for an address or a header: the same, without JSON's quotes.</summary>
    internal string Plain(JsonNode? schema, string name, Temper temper)
    {
        var described = Resolve(schema);
        if (Kind(described, Temper.Valid) == "array") described = Resolve(described["items"]);
        if ((described["oneOf"] ?? described["anyOf"]) is JsonArray choices) described = Resolve(choices[chance.Next(choices.Count)]);
        if (temper is Temper.Hostile && Once(0.3)) return Pick(HostileTexts);
        if (described["enum"] is JsonArray members && temper is not Temper.Hostile) return members[chance.Next(members.Count)]?.ToString() ?? "";
        return Kind(described, temper) switch
        {
            "boolean" => temper is Temper.Hostile ? "perhaps" : Once(0.5) ? "true" : "false",
            "integer" or "number" => Number(described, temper),
            _ => Word(described, name, temper),
        };
    }

    internal bool Once(double share) => chance.NextDouble() < share;

    internal T Pick<T>(params IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    /// <summary>JSON in which every character beyond plain ones is escaped: half a pair gets through as such.</summary>
    internal static string Text(string text)
    {
        var json = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' and not '"' and not '\\') json.Append(c);
            else json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return json.Append('"').ToString();
    }

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    private string Word(JsonObject schema, string name, Temper temper)
    {
        if (temper is Temper.Hostile) return Pick(HostileTexts);
        switch ((string?)schema["format"])
        {
            case "uuid": return Id(name);
            case "date-time": return Pick("2026-02-28T12:00:00Z", "1970-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z");
            case "uri": return "https://example.test/x";
        }

        var (least, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? 30);
        var length = temper is Temper.Borderline ? Pick(least, most, most + 1, Math.Max(0, least - 1)) : Math.Min(most, Math.Max(least, 1) + chance.Next(12));
        return string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[chance.Next(Alphabet.Length)]));
    }

    /// <summary>Mostly of a thing that is there and is meant by the name, sometimes of another one, sometimes of none.</summary>
    private string Id(string name)
    {
        if (Once(0.7) && known.TryGetValue(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name.TrimEnd('s'), out var meant)) return meant;
        return Once(0.6) ? Pick(known.Values.ToList()) : "0198c0de-0000-7000-8000-00000000dead";
    }

    private string Number(JsonObject schema, Temper temper)
    {
        var (least, most) = (Limit(schema, "minimum") ?? -5, Limit(schema, "maximum") ?? 1_000);
        return temper switch
        {
            Temper.Hostile => Pick(HostileNumbers),
            Temper.Borderline => Pick(Said(least), Said(most), Said(least - 1), Said(most + 1)),
            _ => Said(Math.Floor(least + (chance.NextDouble() * Math.Min(most - least, 20)))),
        };
    }

    private string List(JsonObject schema, string name, Temper temper, int depth)
    {
        var most = temper is Temper.Borderline && Once(0.2) ? ((int?)schema["maxItems"] ?? 300) + 1 : chance.Next(4);
        if (depth > Deepest) most = 0;
        return "[" + string.Join(",", Enumerable.Range(0, most).Select(_ => Json(schema["items"], name, temper, depth + 1))) + "]";
    }

    private string Thing(JsonObject schema, Temper temper, int depth)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(r => (string)r!).ToHashSet(StringComparer.Ordinal);
        var members = new List<string>();
        foreach (var (name, property) in depth > Deepest ? [] : schema["properties"] as JsonObject ?? [])
        {
            if (required.Contains(name) ? temper is Temper.Hostile && Once(0.2) : Once(0.5)) continue;
            // One thing wrong at a time gets further than everything wrong at once.
            members.Add($"{Text(name)}:{Json(property, name, temper is Temper.Valid || Once(0.6) ? Temper.Valid : temper, depth + 1)}");
        }

        if (schema["additionalProperties"] is JsonObject values) members.AddRange(Enumerable.Range(0, chance.Next(3)).Select(i => $"\"key{i}\":{Json(values, "", temper, depth + 1)}"));
        if (temper is Temper.Hostile && Once(0.4)) members.Add("\"workspaceId\":\"0198c0de-0000-7000-8000-00000000dead\",\"id\":1,\"role\":\"owner\",\"__proto__\":{}");
        if (temper is Temper.Hostile && members.Count > 0 && Once(0.2)) members.Add(members[0]);
        return "{" + string.Join(",", members) + "}";
    }

    private string Kind(JsonObject schema, Temper temper)
    {
        var kinds = schema["type"] switch
        {
            JsonArray several => several.Select(k => (string)k!).ToList(),
            JsonValue one => [(string)one!],
            _ => [schema["properties"] is null ? "string" : "object"],
        };
        return temper is Temper.Valid && kinds.Count > 1 && Once(0.8) ? kinds.First(k => k != "null") : kinds[chance.Next(kinds.Count)];
    }

    private JsonObject Resolve(JsonNode? schema)
    {
        while (schema?["$ref"] is { } reference) schema = document["components"]!["schemas"]![((string)reference!).Split('/')[^1]];
        return schema as JsonObject ?? [];
    }

    private static double? Limit(JsonObject schema, string name) => schema[name] is { } limit ? double.Parse(limit.ToString(), CultureInfo.InvariantCulture) : null;

    private static string Said(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
