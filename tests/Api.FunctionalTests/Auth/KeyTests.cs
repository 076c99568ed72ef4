using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class KeyTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_keys_that_sign_tickets_are_kept_wrapped_and_closed_to_others()
    {
        using var alice = await App.CreateClient("alice");
        await alice.GetAsync<MeAnswer>("/api/me");

        var folder = new DirectoryInfo(Path.Combine(App.DataDirectory, "keys"));
        var keys = folder.GetFiles("key-*.xml");
        keys.Should().NotBeEmpty();
        foreach (var key in keys) File.ReadAllText(key.FullName).Should().Contain("<wrapped").And.NotContain("masterKey");
        if (!OperatingSystem.IsWindows())
            (folder.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)).Should().Be(UnixFileMode.None);
    }
}
