using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>OpenAI's images, below <c>/v1</c>: answers with the picture in the same call.</summary>
internal sealed class FakeOpenAI : FakeServer
{
    internal const string Key = "sk-proj-abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Known = ["model", "prompt", "n", "size", "quality", "background", "output_format", "moderation", "input_fidelity", "image[]", "mask"];

    internal Uri Api => new(Address, "/v1");
    internal byte[] Picture { get; set; } = [];
    internal int Made { get; private set; }
    internal object Models { get; set; } = new { @object = "list", data = Array.Empty<object>() };

    protected override bool StartsWork(Seen call) => call.Path.StartsWith("/v1/images", StringComparison.Ordinal);

    protected override async Task AnswerAsync(HttpContext context, Seen call)
    {
        context.Response.Headers["x-request-id"] = "req_1";
        if (call.Headers.GetValueOrDefault("Authorization") != $"Bearer {Key}") await RefuseAsync(context, 401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
        else if (call is { Method: "GET", Path: "/v1/models" }) await JsonAsync(context, 200, Models);
        else if (call is { Method: "POST", Path: "/v1/images/generations" } && call.IsJson) await MakeAsync(context, call.Json.ToDictionary(f => f.Key, f => f.Value!.ToString()));
        else if (call is { Method: "POST", Path: "/v1/images/edits" }) await EditAsync(context, call);
        else await RefuseAsync(context, 404, "invalid_request_error", "unknown_url", "Unknown request URL.");
    }

    internal static Task RefuseAsync(HttpContext context, int status, string type, string? code, string message) =>
        JsonAsync(context, status, new { error = new { message, type, param = (string?)null, code } });

    private async Task EditAsync(HttpContext context, Seen call)
    {
        var parts = await Forms.PartsAsync(call);
        var pictures = parts.Where(p => p.Name == "image[]").ToList();
        if (pictures.Count is 0 or > 16 || pictures.Exists(p => p.FileName is null || p.ContentType is not ("image/png" or "image/jpeg" or "image/webp")))
            await RefuseAsync(context, 400, "invalid_request_error", "invalid_image", "Invalid image.");
        else await MakeAsync(context, parts.Where(p => p.FileName is null).ToDictionary(p => p.Name, p => p.Text));
    }

    private Task MakeAsync(HttpContext context, Dictionary<string, string> fields)
    {
        if (fields.Keys.Except(Known).FirstOrDefault() is { } unknown) return RefuseAsync(context, 400, "invalid_request_error", "unknown_parameter", $"Unknown parameter: '{unknown}'.");
        if (!fields.ContainsKey("model") || !fields.ContainsKey("prompt")) return RefuseAsync(context, 400, "invalid_request_error", "missing_required_parameter", "Missing required parameter.");
        if (fields.TryGetValue("size", out var size) && size != "auto" && size.Split('x').Any(e => int.Parse(e, System.Globalization.CultureInfo.InvariantCulture) % 16 != 0))
            return RefuseAsync(context, 400, "invalid_request_error", "invalid_value", "Width and height are multiples of 16.");
        Made++;
        return JsonAsync(context, 200, new
        {
            created = 1_790_000_000,
            data = new[] { new { b64_json = Convert.ToBase64String(Picture) } },
            usage = new JsonObject { ["total_tokens"] = 1150, ["input_tokens"] = 150, ["output_tokens"] = 1000, ["input_tokens_details"] = new JsonObject { ["text_tokens"] = 50, ["image_tokens"] = 100 } },
        });
    }
}
