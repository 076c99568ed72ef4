using System.Net;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.SingleSignOn;

/// <summary>A server that has been set up and knows a provider. Once for all tests of it; each plays a person of its own.</summary>
public sealed class SingleSignOnStage(DirectorApp app) : IAsyncLifetime
{
    internal LocalProvider Provider { get; private set; } = null!;

    internal OtherServer Server { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Provider = await LocalProvider.StartAsync();
        Server = await OtherServer.CreateAsync(app.Database, SettingsFor(Provider.Address));
        using var client = Server.Anonymous();
        await client.PostJsonAsync("/api/setup", Owner.Valid).SucceedsAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Server.DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal static Dictionary<string, string> SettingsFor(string provider) => new(StringComparer.Ordinal)
    {
        ["OIDC_AUTHORITY"] = provider,
        ["OIDC_CLIENT_ID"] = LocalProvider.ClientId,
        ["OIDC_CLIENT_SECRET"] = LocalProvider.ClientSecret,
        ["OIDC_ROLES"] = "artists=artist; OU=crew,CN=leads=producer",
    };

    /// <summary>Signs somebody in from beginning to end.</summary>
    internal async Task<Arrival> SignInAsync(ProviderPerson person, string returnTo = "/")
    {
        using var browser = new Browser(Server);
        Provider.Person = person;
        return await browser.SignInAsync(returnTo);
    }
}

/// <summary>Where a browser ended, and a client with the sign-in it got, if it got one.</summary>
internal sealed record Arrival(string Location, HttpClient? Client);

/// <summary>A browser that goes from Director to the provider and back. It keeps cookies and follows no redirect by itself.</summary>
internal sealed class Browser(OtherServer server, string origin = "http://localhost") : IDisposable
{
    private readonly HttpClient client = server.Anonymous(origin);
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>Sent with every request to Director.</summary>
    internal Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    internal async Task<Arrival> SignInAsync(string returnTo = "/")
    {
        var back = await AtProviderAsync(await BeginAsync(returnTo));
        return await ReturnAsync(back);
    }

    /// <summary>Where Director sends the browser.</summary>
    internal async Task<Uri> BeginAsync(string returnTo = "/")
    {
        using var response = await GetAsync($"/api/auth/oidc/start?returnTo={Uri.EscapeDataString(returnTo)}");
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!;
    }

    /// <summary>Where the provider sends the browser.</summary>
    internal static async Task<Uri> AtProviderAsync(Uri asked)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var response = await http.GetAsync(asked);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!;
    }

    /// <summary>Comes back to Director, wherever the address says it is.</summary>
    internal async Task<Arrival> ReturnAsync(Uri back, string? path = null)
    {
        using var response = await GetAsync((path ?? back.AbsolutePath) + back.Query);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        var location = response.Headers.Location!.OriginalString;
        var session = cookies.SingleOrDefault(c => c.Key.StartsWith("__Host-director", StringComparison.Ordinal) || c.Key == "director");
        if (session.Key is null) return new Arrival(location, null);
        var signedIn = server.Anonymous(origin);
        signedIn.DefaultRequestHeaders.Add("Cookie", $"{session.Key}={session.Value}");
        return new Arrival(location, signedIn);
    }

    /// <summary>Forgets what Director gave it to remember.</summary>
    internal void DropCookies() => cookies.Clear();

    internal async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await client.SendAsync(request);
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var (name, value) = line.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : throw new FormatException(line);
            if (value.Length == 0) cookies.Remove(name);
            else cookies[name] = value;
        }

        return response;
    }

    public void Dispose() => client.Dispose();
}
