using System.ClientModel;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using OpenAI;
using OpenAI.Images;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>The server that our adapter is tried against is one that OpenAI's own client takes for the real one.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task OpenAIs_own_client_gets_its_picture()
    {
        await using var server = new FakeOpenAI { Picture = Pictures.Png() };

        GeneratedImage made = await Client(server, FakeOpenAI.Key).GenerateImageAsync("A lighthouse");

        made.ImageBytes.ToArray().Should().Equal(server.Picture);
    }

    [Fact]
    public async Task OpenAIs_own_client_is_told_that_its_key_is_wrong()
    {
        await using var server = new FakeOpenAI();

        var asking = () => Client(server, "sk-another-key-of-some-length").GenerateImageAsync("A lighthouse");

        (await asking.Should().ThrowAsync<ClientResultException>()).Which.Status.Should().Be(401);
    }

    private static ImageClient Client(FakeOpenAI server, string key) => new("gpt-image-2", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = server.Api });
}
