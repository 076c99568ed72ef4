using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>Replicate, below <c>/v1</c>.</summary>
internal sealed class FakeReplicate : FakeServer
{
    internal const string Token = "r8_abcdefghijklmnopqrstuvwxyz0123456789";
    internal const string WebhookSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    internal ConcurrentDictionary<string, JsonObject> Predictions { get; } = new();
    internal ConcurrentDictionary<string, byte[]> Uploads { get; } = new();
    internal int Looks { get; set; } = 1;
    internal JsonNode? Output { get; set; }
    internal string End { get; set; } = "succeeded";
    internal string? Error { get; set; }
    internal Uri Api => new(Address, "/v1");

    protected override bool StartsWork(Seen call) => call.Method == "POST" && call.Path.EndsWith("/predictions", StringComparison.Ordinal);

    protected override async Task AnswerAsync(HttpContext context, Seen call)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            await JsonAsync(context, 401, new { title = "Unauthenticated", detail = "You did not pass a valid authentication token", status = 401 });
            return;
        }

        var parts = call.Path.Trim('/').Split('/');
        await ((call.Method, parts) switch
        {
            ("POST", ["v1", "models", { } owner, { } name, "predictions"]) => CreateAsync(context, call, $"{owner}/{name}", null),
            ("POST", ["v1", "predictions"]) => CreateAsync(context, call, "", call.Json["version"]!.GetValue<string>()),
            ("GET", ["v1", "predictions"]) => JsonAsync(context, 200, new { next = (string?)null, previous = (string?)null, results = Predictions.Values.OrderByDescending(p => p["created_at"]!.GetValue<string>(), StringComparer.Ordinal).Take(100) }),
            ("GET", ["v1", "predictions", { } id]) => GetAsync(context, id),
            ("POST", ["v1", "predictions", { } id, "cancel"]) => CancelAsync(context, id),
            ("POST", ["v1", "files"]) => UploadAsync(context, call),
            ("GET", ["v1", "account"]) => JsonAsync(context, 200, new { type = "user", username = "crew" }),
            ("GET", ["v1", "webhooks", "default", "secret"]) => JsonAsync(context, 200, new { key = WebhookSecret }),
            _ => JsonAsync(context, 404, new { detail = "Not found" }),
        });
    }

    private Task CreateAsync(HttpContext context, Seen call, string model, string? version)
    {
        if (!call.IsJson || call.Json["input"] is not JsonObject input) return JsonAsync(context, 422, new { title = "Input validation failed", detail = "input: is required", status = 422 });
        if (call.Json["webhook"] is { } hook && !hook.GetValue<string>().StartsWith("https://", StringComparison.Ordinal)) return JsonAsync(context, 422, new { detail = "webhook: must be HTTPS" });
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(13));
        var prediction = new JsonObject
        {
            ["id"] = id,
            ["model"] = model,
            ["version"] = version ?? "hidden",
            ["input"] = input.DeepClone(),
            ["logs"] = "",
            ["output"] = null,
            ["data_removed"] = false,
            ["error"] = null,
            ["status"] = "starting",
            ["created_at"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["urls"] = new JsonObject { ["get"] = $"{Api}/predictions/{id}", ["cancel"] = $"{Api}/predictions/{id}/cancel" },
            ["looks"] = Looks,
        };
        Predictions[id] = prediction;
        return JsonAsync(context, 201, prediction.ToJsonString());
    }

    private Task GetAsync(HttpContext context, string id)
    {
        if (!Predictions.TryGetValue(id, out var prediction)) return JsonAsync(context, 404, new { detail = "The requested resource could not be found.", status = 404 });
        var left = prediction["looks"]!.GetValue<int>();
        prediction["looks"] = left - 1;
        if (prediction["status"]!.GetValue<string>() is "starting" or "processing")
        {
            prediction["status"] = left > 0 ? "processing" : End;
            if (left <= 0) (prediction["output"], prediction["error"]) = (End == "succeeded" ? Output?.DeepClone() : null, Error);
        }

        return JsonAsync(context, 200, prediction.ToJsonString());
    }

    private Task CancelAsync(HttpContext context, string id)
    {
        Predictions[id]["status"] = "canceled";
        return JsonAsync(context, 200, Predictions[id].ToJsonString());
    }

    private async Task UploadAsync(HttpContext context, Seen call)
    {
        var part = (await Forms.PartsAsync(call)).Single(p => p.Name == "content");
        if (part.FileName is null || part.ContentType is null)
        {
            await JsonAsync(context, 400, new { detail = "Missing content" });
            return;
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var at = $"{Api}/files/{id}";
        Uploads[at] = part.Bytes;
        await JsonAsync(context, 201, new { id, name = part.FileName, content_type = part.ContentType, size = part.Bytes.Length, checksums = new { sha256 = Convert.ToHexStringLower(SHA256.HashData(part.Bytes)) }, urls = new { get = at } });
    }
}
