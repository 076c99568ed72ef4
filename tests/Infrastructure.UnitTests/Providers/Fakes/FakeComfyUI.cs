using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>A ComfyUI: queue, history, uploads, files. No key.</summary>
internal sealed class FakeComfyUI : FakeServer
{
    internal ConcurrentDictionary<string, JsonObject> Queue { get; } = new();
    internal ConcurrentDictionary<string, JsonObject> History { get; } = new();
    internal ConcurrentDictionary<string, byte[]> Uploads { get; } = new();
    internal ConcurrentQueue<JsonObject> Graphs { get; } = new();
    internal ConcurrentQueue<string> Cancelled { get; } = new();
    internal byte[] Picture { get; set; } = [];
    internal JsonArray? Messages { get; set; }
    internal int Looks { get; set; } = 1;
    internal bool KnowsJobs { get; set; } = true;

    protected override bool StartsWork(Seen call) => call is { Method: "POST", Path: "/prompt" };

    protected override Task AnswerAsync(HttpContext context, Seen call) => (call.Method, call.Path.Trim('/').Split('/')) switch
    {
        ("GET", ["system_stats"]) => JsonAsync(context, 200, new { system = new { comfyui_version = "0.3.60" }, devices = Array.Empty<object>() }),
        ("GET", ["object_info", "CheckpointLoaderSimple"]) => JsonAsync(context, 200, """{"CheckpointLoaderSimple":{"input":{"required":{"ckpt_name":[["first.safetensors","second.safetensors"],{}]}}}}"""),
        ("POST", ["prompt"]) => PromptAsync(context, call),
        ("GET", ["history", { } id]) => HistoryAsync(context, id),
        ("GET", ["queue"]) => JsonAsync(context, 200, new { queue_running = Array.Empty<object>(), queue_pending = Queue.Keys.Select(id => new object[] { 1, id, new { }, new { } }) }),
        ("POST", ["queue"]) => RemoveAsync(context, call),
        ("POST", ["interrupt"]) when call.Json["prompt_id"] is { } id => InterruptAsync(context, id.GetValue<string>()),
        ("POST", ["api", "jobs", { } id, "cancel"]) when KnowsJobs => InterruptAsync(context, id),
        ("POST", ["upload", "image"]) => UploadAsync(context, call),
        ("GET", ["view"]) when context.Request.Query["filename"] == "made_00001_.png" && context.Request.Query["type"] == "output" => ViewAsync(context),
        _ => JsonAsync(context, 404, "{}"),
    };

    internal void Finish(string id)
    {
        Queue.TryRemove(id, out _);
        var ended = Messages is null;
        History[id] = new JsonObject
        {
            ["prompt"] = new JsonArray(),
            ["outputs"] = ended ? new JsonObject
            {
                ["9"] = new JsonObject
                {
                    ["images"] = new JsonArray(
                    new JsonObject { ["filename"] = "preview.png", ["subfolder"] = "", ["type"] = "temp" },
                    new JsonObject { ["filename"] = "made_00001_.png", ["subfolder"] = "", ["type"] = "output" })
                },
            } : [],
            ["status"] = new JsonObject { ["status_str"] = ended ? "success" : "error", ["completed"] = ended, ["messages"] = Messages?.DeepClone() ?? new JsonArray() },
        };
    }

    private Task PromptAsync(HttpContext context, Seen call)
    {
        if (call.Json["prompt"] is not JsonObject graph || graph.Count == 0)
            return JsonAsync(context, 400, new { error = new { type = "no_prompt", message = "No prompt provided", details = "" }, node_errors = new { } });
        foreach (var (node, value) in graph)
        {
            if (value!["class_type"]!.GetValue<string>() != "LoadImage") continue;
            var image = value["inputs"]!["image"]!.GetValue<string>();
            if (!Uploads.ContainsKey(image))
                return JsonAsync(context, 400, $$$$"""{"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation","details":"","extra_info":{}},"node_errors":{"{{{{node}}}}":{"errors":[{"type":"custom_validation_failed","message":"Custom validation failed for node","details":"image - Invalid image file: {{{{image}}}}"}],"dependent_outputs":["9"],"class_type":"LoadImage"}}}""");
        }

        Graphs.Enqueue(graph);
        var id = call.Json["prompt_id"]?.GetValue<string>() ?? Guid.NewGuid().ToString();
        Queue[id] = new JsonObject { ["looks"] = Looks };
        return JsonAsync(context, 200, new { prompt_id = id, number = Graphs.Count, node_errors = new { } });
    }

    private Task HistoryAsync(HttpContext context, string id)
    {
        if (Queue.TryGetValue(id, out var queued))
        {
            var left = queued["looks"]!.GetValue<int>();
            queued["looks"] = left - 1;
            if (left <= 0) Finish(id);
        }

        return JsonAsync(context, 200, History.TryGetValue(id, out var done) ? new JsonObject { [id] = done.DeepClone() }.ToJsonString() : "{}");
    }

    private Task InterruptAsync(HttpContext context, string id)
    {
        Cancelled.Enqueue(id);
        return JsonAsync(context, 200, new { cancelled = Queue.TryRemove(id, out _) });
    }

    private Task RemoveAsync(HttpContext context, Seen call)
    {
        foreach (var id in call.Json["delete"]!.AsArray()) Queue.TryRemove(id!.GetValue<string>(), out _);
        return JsonAsync(context, 200, "");
    }

    private async Task UploadAsync(HttpContext context, Seen call)
    {
        var parts = await Forms.PartsAsync(call);
        var image = parts.Single(p => p.Name == "image");
        var folder = parts.Single(p => p.Name == "subfolder").Text;
        Uploads[$"{folder}/{image.FileName}"] = image.Bytes;
        await JsonAsync(context, 200, new { name = image.FileName, subfolder = folder, type = parts.Single(p => p.Name == "type").Text });
    }

    private async Task ViewAsync(HttpContext context)
    {
        context.Response.ContentType = "image/png";
        await context.Response.Body.WriteAsync(Picture);
    }
}
