using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>One call of the walk through all operations.</summary>
/// <param name="Operation">The operationId that it calls.</param>
/// <param name="Call">Method and address, such as <c>GET /api/assets/{film}</c>: a name in braces is the id of what an earlier step kept under it, a dotted one another value.</param>
/// <param name="Body">What is sent; an <see cref="HttpContent"/> as it is, anything else as JSON.</param>
/// <param name="Keep">Remembers the answer under this name.</param>
/// <param name="Seen">Sends the version of what was kept under this name as If-Match.</param>
internal sealed record Step(string Operation, string Call, Func<Story, object?>? Body = null, string? Keep = null, string? Seen = null);

/// <summary>What the walk has made so far.</summary>
internal sealed partial class Story(HttpClient http)
{
    private const string PasskeyCookie = "__Host-director-passkey=";

    private static int stories;

    private readonly Dictionary<string, JsonNode> kept = new(StringComparer.Ordinal);

    /// <summary>The walker's address: another in every story, for the server counts what one mailbox is sent.</summary>
    internal string Email { get; private init; } = $"walker-{Interlocked.Increment(ref stories)}@example.test";

    /// <summary>The server's clock.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the server's mails arrive.</summary>
    internal FakeMailServer? Mailbox { get; init; }

    /// <summary>The part of the newest mail that follows a mark, up to the end of its line.</summary>
    internal string Mailed(string mark)
    {
        if (!SpinWait.SpinUntil(() => Mailbox?.Arrived.Count > 0, TimeSpan.FromSeconds(20))) throw new TimeoutException("No mail has arrived.");
        var text = Mailbox!.Arrived.Last().Message.TextBody ?? "";
        return text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].Split('\r', '\n')[0];
    }

    /// <summary>The id of what was kept.</summary>
    internal string this[string name] => Value(name);

    internal async Task PlayAsync(Step step, HttpClient? player = null)
    {
        using var request = Request(step);
        // A guest is let in by a ticket of their own, and whoever accepts an invitation is not signed in yet.
        if (step.Call.Contains(" /api/r/", StringComparison.Ordinal) && kept.TryGetValue("guest", out var guest)) request.Headers.Authorization = new("Bearer", (string?)guest["ticket"]);
        if (step.Call.Contains(" /api/invitations/", StringComparison.Ordinal)) request.Headers.Authorization = new("Bearer", "nobody");
        using var response = await (player ?? http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // A stream of events never ends; that it began is enough here.
        var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} answered {1}: {2}", step.Operation, (int)response.StatusCode, text);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(c => c.StartsWith(PasskeyCookie, StringComparison.Ordinal)) is { } cookie)
        {
            http.DefaultRequestHeaders.Remove("Cookie");
            http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        }

        if (step.Keep is { } keep) kept[keep] = JsonNode.Parse(text)!;
        if (kept.TryGetValue("session", out var session) && (string?)session["accessToken"] is { } token)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>The step's request, filled with what the story has kept.</summary>
    internal HttpRequestMessage Request(Step step)
    {
        var (method, path) = step.Call.Split(' ', 2) is [var m, var p] ? (m, p) : throw new FormatException(step.Call);
        var request = new HttpRequestMessage(new HttpMethod(method), Fill(path))
        {
            Content = step.Body?.Invoke(this) switch
            {
                null => null,
                HttpContent content => content,
                var body => new StringContent(JsonSerializer.Serialize(body, HttpClientExtensions.Json), Encoding.UTF8, "application/json"),
            },
        };
        if (step.Seen is { } seen) request.Headers.TryAddWithoutValidation("If-Match", $"\"{Value($"{seen}.version")}\"");
        return request;
    }

    /// <summary>Every id that the story knows.</summary>
    internal IReadOnlySet<string> Ids => kept.Values.SelectMany(v => Uuid().Matches(v.ToJsonString()).Select(m => m.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same story with other ids: <paramref name="other"/> says which stands for which.</summary>
    internal Story Told(Func<string, string> other)
    {
        var told = new Story(http) { Email = Email, Clock = Clock, Mailbox = Mailbox };
        foreach (var (name, value) in kept) told.kept[name] = JsonNode.Parse(Uuid().Replace(value.ToJsonString(), m => other(m.Value)))!;
        return told;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    internal static partial Regex Uuid();

    private string Fill(string path)
    {
        for (var open = path.IndexOf('{', StringComparison.Ordinal); open >= 0; open = path.IndexOf('{', StringComparison.Ordinal))
        {
            var close = path.IndexOf('}', open);
            path = path[..open] + Uri.EscapeDataString(Value(path[(open + 1)..close])) + path[(close + 1)..];
        }

        return path;
    }

    /// <summary><c>shot</c> is its id, <c>shot.version</c> its version, <c>history.items.0.eventId</c> a value further in.</summary>
    private string Value(string name)
    {
        var parts = name.Split('.');
        var node = kept[parts[0]];
        foreach (var part in parts.Length == 1 ? ["id"] : parts[1..])
            node = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[part] ?? throw new InvalidOperationException($"{name} is not there: {node}");
        return node.ToString();
    }
}
