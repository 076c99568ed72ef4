using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Director.Api.FunctionalTests.Contract.Fuzz;

/// <summary>Makes requests of one operation: its parameters, headers and body, right, at their limits, and wrong.</summary>
internal sealed class FuzzRequests(ApiOperation operation, FuzzValues values, IReadOnlyDictionary<string, string> known)
{
    private static readonly string[] BrokenBodies = ["", "{", "[]", "null", "\"x\"", "{\"a\":1e999}", "{\"a\":1,}", "[" + new string('[', 4_000), "\u0000", "{\"\\ud800\":\"\\udc00\"}", "{\"name\":\"x\",\"name\":\"y\"}"];

    private static readonly (string Name, string[] Values)[] OddHeaders =
    [
        ("If-Match", ["*", "\"0\"", "W/\"1\"", "nonsense", "\"99999999999999999999\"", "\"1\", \"2\""]),
        ("If-None-Match", ["*", "\"x\"", "nonsense"]),
        ("Idempotency-Key", [" ", "a b", new string('k', 201), "ключ", "one-key"]),
        ("X-Workspace", ["nobody", "00000000-0000-0000-0000-000000000000", new string('w', 3_000), "%00"]),
        ("Range", ["bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=0-1,5-6", "bytes=99999999999999999999-", "lines=1-2"]),
        ("Accept", ["text/html", "*/*;q=0", ";;;"]),
        ("Accept-Encoding", ["br;q=9", "identity;q=0"]),
        ("Last-Event-ID", ["1-1", "x", "99999999999999999999-0"]),
        ("Content-Encoding", ["gzip"]),
        ("Expect", ["nothing"]),
        ("X-Forwarded-For", ["x", "127.0.0.1, 10.0.0.1"]),
        ("Cookie", ["director=x; __Host-director=%00"]),
    ];

    private static readonly byte[][] Files = [[], [0], [0xEF, 0xBB, 0xBF], Encoding.ASCII.GetBytes("INT. HUT - NIGHT\n\nA boot."), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0], Encoding.ASCII.GetBytes("GIF89a\0\0\0\0"), new byte[20_000]];

    internal HttpRequestMessage Make()
    {
        var temper = values.Pick(Temper.Valid, Temper.Valid, Temper.Borderline, Temper.Hostile);
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), Address(temper)) { Content = Body(temper) };
        foreach (var header in Parameters("header").Where(_ => values.Once(0.2)))
        {
            if ((string?)header["name"] is "X-Workspace" && temper is Temper.Valid) continue;
            request.Headers.TryAddWithoutValidation((string)header["name"]!, Visible(values.Plain(header["schema"], (string)header["name"]!, temper)));
        }

        // What must be seen is mostly the version that is there, or nothing would ever be changed.
        if (Parameters("header").Any(h => (string?)h["name"] == "If-Match" && (bool?)h["required"] == true) && !request.Headers.Contains("If-Match")) request.Headers.TryAddWithoutValidation("If-Match", values.Pick("\"1\"", "\"2\"", "*"));
        if (temper is not Temper.Valid && values.Once(0.25))
        {
            var (name, odd) = values.Pick(OddHeaders);
            if (request.Content is null || !name.StartsWith("Content-", StringComparison.Ordinal)) request.Headers.TryAddWithoutValidation(name, values.Pick(odd));
            else request.Content.Headers.TryAddWithoutValidation(name, values.Pick(odd));
        }

        return request;
    }

    private string Address(Temper temper)
    {
        var path = Regex.Replace(operation.Path, "{([^}]*)}", m =>
        {
            var name = m.Groups[1].Value;
            if (temper is not Temper.Hostile || values.Once(0.5)) if (known.TryGetValue(operation.Path.Split('/')[2], out var meant) && name == "id" && values.Once(0.8)) return meant;
            var schema = Parameters("path").FirstOrDefault(p => (string?)p["name"] == name)?["schema"];
            var value = values.Plain(schema, name, temper);
            // A NUL in the path is refused by the web server itself, before anything of ours.
            return value.Length is 0 or > 2_000 || value.Contains('\0', StringComparison.Ordinal) ? "x" : Escaped(value);
        });
        var query = Parameters("query").Where(p => (bool?)p["required"] == true || values.Once(temper is Temper.Valid ? 0.3 : 0.5))
            .Select(p => $"{p["name"]}={Escaped(values.Plain(p["schema"], (string)p["name"]!, temper is Temper.Valid || values.Once(0.5) ? Temper.Valid : temper))}");
        return path + "?" + string.Join("&", query);
    }

    private ByteArrayContent? Body(Temper temper)
    {
        if (operation.Node["requestBody"]?["content"] is not JsonObject content) return null;
        if (operation.JsonBody is { } json)
        {
            var text = temper is not Temper.Valid && values.Once(0.15) ? values.Pick(BrokenBodies) : values.Json(json["schema"], "", temper);
            var body = new ByteArrayContent(temper is Temper.Hostile && values.Once(0.05) ? [0xFF, 0xFE, 0x7B] : Encoding.UTF8.GetBytes(text));
            body.Headers.ContentType = temper is Temper.Hostile && values.Once(0.1) ? values.Pick<MediaTypeHeaderValue?>(null, new("text/plain"), new("application/xml"), new("application/json") { CharSet = "utf-16" }, new("application/json") { CharSet = "no-such" })
                : new("application/json");
            return body;
        }

        var file = new ByteArrayContent(values.Pick(Files));
        file.Headers.ContentType = new(values.Pick(content.Select(c => c.Key).Where(k => !k.Contains('*', StringComparison.Ordinal)).DefaultIfEmpty("application/octet-stream").ToList()));
        return file;
    }

    private IEnumerable<JsonObject> Parameters(string where) => (operation.Node["parameters"] as JsonArray ?? []).Select(p => p!.AsObject()).Where(p => (string?)p["in"] == where);

    /// <summary>Percent-encoded, half a surrogate pair as the bytes it would have.</summary>
    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes()) text.Append(Uri.EscapeDataString(rune.ToString()));
        return text.ToString();
    }

    private static string Visible(string value) => string.Concat(value.Where(c => c is >= ' ' and <= '~').Take(3_000));
}
