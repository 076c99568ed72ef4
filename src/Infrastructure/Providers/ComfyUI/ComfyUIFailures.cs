using System.Text.Json;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>What goes wrong at a ComfyUI. Nothing there is ever charged.</summary>
internal static class ComfyUIFailures
{
    /// <summary>Of a call that was refused.</summary>
    internal static GenerationFailure Of(ApiReply reply)
    {
        var error = reply.Json.Member("error");
        var said = string.Join(" ", ((string?[])[error.Text("message") ?? reply.Json.Text("error"), error.Text("details"), .. OfNodes(reply.Json.Member("node_errors"))]).Where(s => !string.IsNullOrWhiteSpace(s)));
        var message = said.Length > 0 ? said : reply.Snippet() is { Length: > 0 } snippet ? snippet : $"ComfyUI answers {(int)reply.Status}.";
        return (int)reply.Status switch
        {
            401 or 403 => new(FailureKind.Auth, message),
            429 => new(FailureKind.RateLimited, message, Retryable: true, RetryAfter: reply.RetryAfter),
            >= 500 => new(FailureKind.ProviderBusy, message, Retryable: true, RetryAfter: reply.RetryAfter),
            _ when message.Contains("image file", StringComparison.OrdinalIgnoreCase) => new(FailureKind.ReferenceUnavailable, message),
            _ => new(FailureKind.InvalidInput, message),
        };
    }

    /// <summary>Of a run that ended badly, by the messages in its history.</summary>
    internal static GenerationFailure OfRun(JsonElement? status)
    {
        foreach (var message in status.Member("messages").Items())
        {
            if (message.ValueKind is not JsonValueKind.Array || message.GetArrayLength() != 2 || message[0].ValueKind is not JsonValueKind.String) continue;
            switch (message[0].GetString())
            {
                case "execution_interrupted":
                    return new GenerationFailure(FailureKind.ProviderBusy, "Somebody interrupted the run at ComfyUI.");
                case "execution_error":
                    var (type, text) = (message[1].Text("exception_type"), message[1].Text("exception_message")?.Trim());
                    var said = $"{message[1].Text("node_type") ?? "A node"}: {text ?? type ?? "failed"}";
                    return type?.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) == true
                        ? new GenerationFailure(FailureKind.ProviderBusy, said, Retryable: true)
                        : new GenerationFailure(FailureKind.InvalidInput, said);
            }
        }

        return new GenerationFailure(FailureKind.Unknown, "The run failed at ComfyUI, which does not say why.");
    }

    private static IEnumerable<string?> OfNodes(JsonElement? nodes) => nodes is { ValueKind: JsonValueKind.Object } each
        ? each.EnumerateObject().SelectMany(node => node.Value.Member("errors").Items()
            .Select(e => $"{node.Value.Text("class_type") ?? node.Name}: {e.Text("message")} {e.Text("details")}".Trim()))
        : [];
}
