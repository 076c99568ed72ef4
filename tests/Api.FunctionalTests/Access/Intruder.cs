using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Contract;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Somebody who tries what they may not.</summary>
internal abstract class Intruder(string name, HttpClient http) : IDisposable
{
    protected string Name => name;

    protected HttpClient Http => http;

    /// <summary>Tries the step; fails the test when it gets anywhere.</summary>
    internal abstract Task TriesAsync(Story story, Step step, AccessTable.Rule rule);

    public void Dispose() => http.Dispose();

    /// <summary>The answer without what differs from request to request.</summary>
    protected async Task<Answer> AskAsync(HttpRequestMessage request)
    {
        using var asked = request;
        using var response = await http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
        var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync();
        var code = "";
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = JsonNode.Parse(text)!.AsObject();
            code = (string?)problem["code"] ?? "";
            problem.Remove("traceId");
            text = problem.ToJsonString();
        }

        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("X-Request-ID" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        return new Answer((int)response.StatusCode, code, string.Join('\n', headers) + "\n\n" + text);
    }

    internal sealed record Answer(int Status, string Code, string Whole);
}

/// <summary>Refused before anything is looked at: nobody, or nobody any more.</summary>
internal sealed class Stranger(string name, HttpClient http) : Intruder(name, http)
{
    internal override async Task TriesAsync(Story story, Step step, AccessTable.Rule rule)
    {
        var answer = await AskAsync(story.Request(step));
        answer.Should().BeEquivalentTo(new { Status = 401, Code = "auth.required" }, "{0} may not {1}", Name, step.Operation);
    }
}

/// <summary>Signed in, and a member of nothing (any more).</summary>
internal sealed class Outsider(string name, HttpClient http) : Intruder(name, http)
{
    internal override async Task TriesAsync(Story story, Step step, AccessTable.Rule rule)
    {
        if (rule is AccessTable.SignedIn) return; // about themselves
        var answer = await AskAsync(story.Request(step));
        // Where the address names a workspace, it is one that they have none of.
        if (step.Call.Contains("/api/workspaces/", StringComparison.Ordinal)) answer.Should().BeEquivalentTo(new { Status = 404, Code = "workspace.unknown" }, "{0} may not {1}", Name, step.Operation);
        else answer.Should().BeEquivalentTo(new { Status = 403, Code = "workspace.required" }, "{0} may not {1}", Name, step.Operation);
    }
}

/// <summary>Somebody who names the workspace though it is not theirs: it answers as one that does not exist.</summary>
internal sealed class Claimant(string name, HttpClient http, string workspace) : Intruder(name, http)
{
    internal override async Task TriesAsync(Story story, Step step, AccessTable.Rule rule)
    {
        var (foreign, missing) = (await AskAsync(story, step, workspace), await AskAsync(story, step, "no-such-workspace"));
        foreign.Should().BeEquivalentTo(new { Status = 404, Code = "workspace.unknown" }, "{0} may not {1}", Name, step.Operation);
        foreign.Whole.Should().Be(missing.Whole, "{0} must not learn from {1} that the workspace exists", Name, step.Operation);
    }

    private Task<Answer> AskAsync(Story story, Step step, string named)
    {
        var request = story.Request(step);
        request.Headers.Add("X-Workspace", named);
        return AskAsync(request);
    }
}

/// <summary>The owner of another workspace: every id of this one answers byte for byte like one that does not exist.</summary>
internal sealed class Foreigner(string name, HttpClient http) : Intruder(name, http)
{
    internal override async Task TriesAsync(Story story, Step step, AccessTable.Rule rule)
    {
        if (rule is AccessTable.SignedIn) return; // about themselves
        var sent = await SentAsync(story, step);
        // What names nothing of this workspace makes something in their own.
        if (!step.Call.StartsWith("GET ", StringComparison.Ordinal) && !story.Ids.Any(id => sent.Contains(id, StringComparison.OrdinalIgnoreCase))) return;
        var ids = story.Ids.Where(id => sent.Contains(id, StringComparison.OrdinalIgnoreCase)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var foreign = await AskAsync(story.Request(step));
        foreach (var id in story.Ids.Except(ids)) foreign.Whole.Should().NotContainEquivalentOf(id, "{0} shows {1} what is not theirs", step.Operation, Name);
        if (ids.Count == 0) return;

        var others = ids.ToDictionary(id => id, _ => Guid.CreateVersion7().ToString(), StringComparer.OrdinalIgnoreCase);
        var missing = await AskAsync(story.Told(id => others.GetValueOrDefault(id, id)).Request(step));
        var unmasked = others.Aggregate(missing.Whole, (text, other) => text.Replace(other.Value, other.Key, StringComparison.OrdinalIgnoreCase));
        foreign.Whole.Should().Be(unmasked, "{0} must not tell {1} that there is such an id", step.Operation, Name);
        foreign.Status.Should().Be(missing.Status);
    }

    private static async Task<string> SentAsync(Story story, Step step)
    {
        using var request = story.Request(step);
        return request.RequestUri + (request.Content is null ? "" : "\n" + await request.Content.ReadAsStringAsync());
    }
}
