using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>fal: the queue, the storage and the keys of its webhooks on one port.</summary>
internal sealed class FakeFal : FakeServer
{
    internal const string Key = "0a1b2c3d-1111-2222-3333-444455556666:0123456789abcdef0123456789abcdef";

    internal sealed class Work
    {
        internal required string Model { get; init; }
        internal required JsonObject Input { get; init; }
        internal required string Webhook { get; init; }
        internal int LooksLeft { get; set; }
        internal bool Cancelled { get; set; }
    }

    internal ConcurrentDictionary<string, Work> Works { get; } = new();
    internal ConcurrentDictionary<string, byte[]> Uploads { get; } = new();
    internal int Looks { get; set; } = 1;
    internal Func<Work, (int Status, object Body)> Result { get; set; } = _ => (500, new { detail = "nothing to bring", error_type = "runner_server_error" });
    internal (string Error, string Type)? Failure { get; set; }
    internal string? BillableUnits { get; set; }
    internal string? Jwks { get; set; }

    protected override bool StartsWork(Seen call) => call.Method == "POST" && !call.Path.StartsWith("/storage", StringComparison.Ordinal);

    protected override Task AnswerAsync(HttpContext context, Seen call)
    {
        if (call.Path.StartsWith("/put/", StringComparison.Ordinal)) return PutAsync(context, call);
        if (call.Headers.GetValueOrDefault("Authorization") != $"Key {Key}") return JsonAsync(context, 401, new { detail = "Cannot access application. Authentication is required." });
        if (call.Path == "/.well-known/jwks.json") return JsonAsync(context, 200, Jwks ?? "{\"keys\":[]}");
        if (call is { Method: "POST", Path: "/storage/upload/initiate" }) return InitiateAsync(context, call);
        var parts = call.Path.Trim('/').Split('/');
        return parts is [_, _, "requests", { } id, ..] ? OfWorkAsync(context, call, id, parts.Length > 4 ? parts[4] : "") : SubmitAsync(context, call);
    }

    private Task SubmitAsync(HttpContext context, Seen call)
    {
        if (call.Method != "POST" || !call.IsJson) return JsonAsync(context, 422, new { detail = "Send JSON." });
        var model = call.Path.Trim('/');
        var id = Guid.NewGuid().ToString();
        Works[id] = new Work { Model = model, Input = call.Json, Webhook = context.Request.Query["fal_webhook"].ToString(), LooksLeft = Looks };
        var at = $"{Address.AbsoluteUri}{string.Join('/', model.Split('/').Take(2))}/requests/{id}";
        return JsonAsync(context, 200, new { request_id = id, response_url = at, status_url = $"{at}/status", cancel_url = $"{at}/cancel", queue_position = 0 });
    }

    private Task OfWorkAsync(HttpContext context, Seen call, string id, string what)
    {
        if (!Works.TryGetValue(id, out var work)) return JsonAsync(context, 404, new { status = "NOT_FOUND" });
        if (BillableUnits is { } units) context.Response.Headers["X-Fal-Billable-Units"] = units;
        switch (call.Method, what)
        {
            case ("GET", "status") when work.LooksLeft-- > 0:
                return JsonAsync(context, 202, new { status = work.LooksLeft > 0 ? "IN_QUEUE" : "IN_PROGRESS", queue_position = work.LooksLeft });
            case ("GET", "status"):
                return JsonAsync(context, 200, Failure is { } f ? new { status = "COMPLETED", error = f.Error, error_type = f.Type, logs = Array.Empty<string>() } : new { status = "COMPLETED", logs = Array.Empty<string>(), metrics = new { inference_time = 1.5 } });
            case ("GET", ""):
                var (status, body) = Result(work);
                return JsonAsync(context, status, body);
            case ("PUT", "cancel"):
                work.Cancelled = true;
                return JsonAsync(context, 202, new { status = "CANCELLATION_REQUESTED" });
            default:
                return JsonAsync(context, 405, new { detail = "Method Not Allowed" });
        }
    }

    private Task InitiateAsync(HttpContext context, Seen call)
    {
        if (context.Request.Query["storage_type"] != "fal-cdn-v3" || call.Json["content_type"] is null || call.Json["file_name"] is null) return JsonAsync(context, 422, new { detail = "content_type and file_name" });
        var name = Guid.NewGuid().ToString("N");
        return JsonAsync(context, 200, new { upload_url = $"{Address}put/{name}", file_url = $"https://v3.fal.media/files/{name}.png" });
    }

    private Task PutAsync(HttpContext context, Seen call)
    {
        if (call.Method != "PUT" || call.Headers.ContainsKey("Authorization") || call.Headers.GetValueOrDefault("Content-Type") != "image/png") return JsonAsync(context, 403, "{}");
        Uploads[$"https://v3.fal.media/files/{call.Path["/put/".Length..]}.png"] = call.Body;
        return JsonAsync(context, 200, "{}");
    }

    internal static object Detail(string type, string message) => new { detail = new[] { new { loc = new[] { "body", "prompt" }, msg = message, type } } };

    internal static byte[] Signed(string request, string user, long at, byte[] body) =>
        Encoding.UTF8.GetBytes($"{request}\n{user}\n{at}\n{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))}");
}
