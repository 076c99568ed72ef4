using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.UnitTests.Providers.Fakes;

namespace Director.Api.FunctionalTests.Generation.Providers;

/// <summary>Owners of workspaces are not the operator: unless that one says so, they have nothing called within its network.</summary>
public sealed class OwnAddressTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task An_address_within_the_servers_network_is_refused_and_never_called()
    {
        await using var canary = new FakeOpenAI();
        var ada = await App.CreateClient("ada");
        foreach (var url in new[] { canary.Api.AbsoluteUri, "https://127.0.0.1/v1", "https://localhost/v1", "https://169.254.169.254/v1", "https://[::1]/v1", "http://example.com/v1" })
            (await ada.SendJsonAsync(HttpMethod.Put, "/api/providers/openai/credentials", new { apiKey = FakeOpenAI.Key, baseUrl = url }).ProblemAsync()).Code.Should().Be("provider.urlInside", url);

        // A name that leads inside is not known as such before it is called; then the connection is refused.
        await ada.PutAsync<JsonElement>("/api/providers/openai/credentials", new { apiKey = FakeOpenAI.Key, baseUrl = $"https://localhost.localdomain:{canary.Address.Port}/v1" });
        (await ada.PostAsync<JsonElement>("/api/providers/openai/test")).GetProperty("works").GetBoolean().Should().BeFalse();
        canary.Calls.Should().BeEmpty();
    }
}
