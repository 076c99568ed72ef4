using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Auth;

public sealed class KeyTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_keys_that_sign_tickets_are_kept_wrapped_in_the_database_and_nobody_changes_them()
    {
        using var alice = await App.CreateClient("alice");
        await alice.GetAsync<MeAnswer>("/api/me");

        var keys = await App.Database.ListAsync<string>("select xml from data_protection_keys");
        keys.Should().NotBeEmpty().And.AllSatisfy(key => key.Should().Contain("<wrapped").And.NotContain("masterKey"));
        var folder = new DirectoryInfo(Path.Combine(App.DataDirectory, "keys"));
        folder.GetFiles("*.xml").Should().BeEmpty();
        if (!OperatingSystem.IsWindows())
            (folder.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)).Should().Be(UnixFileMode.None);
        await using var server = await App.OpenAsServerAsync();
        foreach (var right in (string[])["update", "delete", "truncate"])
            (await TestDatabase.ListAsync<bool>(server, $"select has_table_privilege('data_protection_keys', '{right}')")).Should().Equal([false], right);
    }

    [Fact]
    public async Task A_sign_in_at_one_node_holds_at_another_that_shares_database_and_secret_key()
    {
        using var here = await App.CreateClient("alice");
        await using var node = new SecondNode(App);
        using var there = node.With(here.DefaultRequestHeaders.Authorization);

        (await there.GetAsync<MeAnswer>("/api/me")).User.Name.Should().Be("alice");
    }

    [Fact]
    public async Task Keys_that_an_earlier_version_kept_as_files_are_taken_in_and_nobody_is_signed_out()
    {
        using var here = await App.CreateClient("alice");
        await here.GetAsync<MeAnswer>("/api/me");
        var kept = await App.Database.ListAsync<string>("select xml from data_protection_keys");
        var names = await App.Database.ListAsync<string>("select name from data_protection_keys");
        await using var node = new SecondNode(App);
        var folder = Directory.CreateDirectory(Path.Combine(node.DataDirectory, "keys"));
        foreach (var (name, xml) in names.Zip(kept)) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.xml"), xml);
        await App.Database.ExecuteAsync("delete from data_protection_keys");

        using var there = node.With(here.DefaultRequestHeaders.Authorization);

        (await there.GetAsync<MeAnswer>("/api/me")).User.Name.Should().Be("alice");
        (await App.Database.ListAsync<string>("select name from data_protection_keys")).Should().BeEquivalentTo(names);
    }

    [Fact]
    public void A_sealed_secret_opens_for_its_own_purpose_alone()
    {
        var box = App.Services.GetRequiredService<ISecretBox>();
        byte[] secret = [1, 2, 3];
        var sealedSecret = box.Seal("one", secret);

        box.Open("one", sealedSecret).Should().Equal(secret);
        box.Seal("one", secret).Should().NotEqual(sealedSecret, "a nonce is used once");
        box.Open("two", sealedSecret).Should().BeNull();
        for (var i = 0; i < sealedSecret.Length; i++)
        {
            var altered = sealedSecret.ToArray();
            altered[i] ^= 1;
            box.Open("one", altered).Should().BeNull("byte {0} was altered", i);
        }

        box.Open("one", []).Should().BeNull();
    }
}
