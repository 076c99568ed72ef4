using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>OpenAI's chat completions, below <c>/v1</c>, of a server of any make.</summary>
internal sealed class FakeChat : FakeServer
{
    internal const string Key = "key-of-a-server-of-our-own";

    private const string Usual = """{"shots":[{"description":"A boot in the mud."}]}""";

    internal Uri Api => new(Address, "/v1");

    /// <summary>What it answers.</summary>
    internal string Say { get; set; } = Usual;

    /// <summary>The status it fails with; 0: it does not.</summary>
    internal int Fails { get; set; }

    /// <summary>What it was asked, all messages of a call together.</summary>
    internal ConcurrentQueue<string> Asked { get; } = new();

    internal void Reset()
    {
        (Say, Fails) = (Usual, 0);
        Asked.Clear();
    }

    protected override bool StartsWork(Seen call) => false;

    protected override async Task AnswerAsync(HttpContext context, Seen call)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != $"Bearer {Key}") await FakeOpenAI.RefuseAsync(context, 401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
        else if (call is not { Method: "POST", Path: "/v1/chat/completions" }) await FakeOpenAI.RefuseAsync(context, 404, "invalid_request_error", "unknown_url", "Unknown request URL.");
        else if (Fails > 0) await FakeOpenAI.RefuseAsync(context, Fails, "server_error", null, "The server had an error.");
        else
        {
            var messages = call.Json["messages"]!.AsArray();
            if (call.Json["model"] is null || messages.Count == 0) { await FakeOpenAI.RefuseAsync(context, 400, "invalid_request_error", "missing_required_parameter", "Missing required parameter."); return; }
            Asked.Enqueue(string.Join('\n', messages.Select(m => m!["content"] is System.Text.Json.Nodes.JsonValue text ? text.GetValue<string>() : m["content"]!.ToJsonString())));
            await JsonAsync(context, 200, new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_790_000_000,
                model = "small",
                choices = new[] { new { index = 0, message = new { role = "assistant", content = Say }, finish_reason = "stop" } },
                usage = new { prompt_tokens = 100, completion_tokens = 50, total_tokens = 150 },
            });
        }
    }
}
