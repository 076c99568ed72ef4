using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Director.Benchmarks;

/// <summary>The person whose requests are measured: set up over HTTP and signed in by token, as a program would be.</summary>
internal sealed record Crew(Guid Workspace, Guid User, string Token)
{
    internal const string Email = "bench@example.test";
    private const string Password = "forty takes before lunch";

    internal static async Task<Crew> FoundAsync(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var setUp = await http.PostAsJsonAsync("/api/setup", new { name = "Bench", email = Email, password = Password, workspaceName = "Bench" });
        setUp.EnsureSuccessStatusCode();
        using var login = await http.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password, mode = "token" });
        login.EnsureSuccessStatusCode();
        var signedIn = await login.Content.ReadFromJsonAsync<JsonElement>();
        var token = signedIn.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var film = await (await http.PostAsJsonAsync("/api/assets", new { type = "film", name = "Probe" })).Content.ReadFromJsonAsync<JsonElement>();
        return new Crew(film.GetProperty("workspaceId").GetGuid(), film.GetProperty("createdBy").GetGuid(), token);
    }

    /// <summary>The same request for both servers; the baseline does not read who asks.</summary>
    internal HttpRequestMessage Request(HttpMethod method, Uri server, string path, string? json = null)
    {
        var request = new HttpRequestMessage(method, new Uri(server, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }
}
