using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.UnitTests.Configuration;

/// <summary>Absent, empty and garbage: whatever stands in a setting of single sign-on, the server starts.</summary>
public sealed class SingleSignOnSettingsTests : IDisposable
{
    private static readonly (string, string?) Authority = ("OIDC_AUTHORITY", "https://login.example.test/realms/crew");
    private static readonly (string, string?) Client = ("OIDC_CLIENT_ID", "director");

    private readonly string data = Directory.CreateTempSubdirectory("director-sso-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void With_an_authority_and_a_client_it_is_on_and_the_rest_has_defaults()
    {
        var settings = Load(Authority, Client);

        Feature(settings).Should().BeEquivalentTo(new { Status = OptionalFeatureStatus.Available, IsWarned = false });
        settings.SingleSignOn.Should().BeEquivalentTo(new
        {
            ClientId = "director",
            ClientSecret = (Secret?)null,
            Scopes = new[] { "openid", "profile", "email" },
            GroupClaim = "groups",
            RoleOfOthers = (string?)null,
            Workspace = (string?)null,
            TrustsEmail = false,
        });
        settings.SingleSignOn!.Roles.Should().BeEmpty();
    }

    [Fact]
    public void Everything_can_be_set_and_a_directorys_names_keep_their_equals_signs()
    {
        var settings = Load(Authority, Client, ("OIDC_CLIENT_SECRET", "canary"), ("OIDC_SCOPES", "email groups"), ("OIDC_GROUP_CLAIM", "roles"), ("OIDC_DEFAULT_ROLE", "viewer"),
            ("OIDC_ROLES", "CN=leads,OU=crew = producer;\n artists=artist;"), ("OIDC_WORKSPACE", "night-shift"), ("OIDC_TRUST_EMAIL", "TRUE")).SingleSignOn!;

        settings.ClientSecret!.Reveal().Should().Be("canary");
        settings.ToString().Should().NotContain("canary");
        settings.Scopes.Should().Equal("openid", "email", "groups");
        settings.Roles.Should().BeEquivalentTo(new Dictionary<string, string> { ["CN=leads,OU=crew"] = "producer", ["artists"] = "artist" });
        settings.Should().BeEquivalentTo(new { GroupClaim = "roles", RoleOfOthers = "viewer", Workspace = "night-shift", TrustsEmail = true });
    }

    [Theory]
    [InlineData("OIDC_CLIENT_SECRET")]
    [InlineData("OIDC_SCOPES")]
    [InlineData("OIDC_GROUP_CLAIM")]
    [InlineData("OIDC_ROLES")]
    [InlineData("OIDC_DEFAULT_ROLE")]
    [InlineData("OIDC_WORKSPACE")]
    [InlineData("OIDC_TRUST_EMAIL")]
    public void An_empty_one_is_the_same_as_none(string variable) => Load(Authority, Client, (variable, " ")).SingleSignOn.Should().NotBeNull();

    [Theory]
    [InlineData("OIDC_CLIENT_ID", "")]
    [InlineData("OIDC_AUTHORITY", "http://login.example.test")]
    [InlineData("OIDC_ROLES", "canary")]
    [InlineData("OIDC_ROLES", "canary=boss")]
    [InlineData("OIDC_ROLES", "canary=owner")]
    [InlineData("OIDC_ROLES", "canary=artist;canary=viewer")]
    [InlineData("OIDC_ROLES", "=artist")]
    [InlineData("OIDC_DEFAULT_ROLE", "owner")]
    [InlineData("OIDC_DEFAULT_ROLE", "gar\tbage ⚠ canary")]
    [InlineData("OIDC_TRUST_EMAIL", "canary")]
    [InlineData("OIDC_CLIENT_SECRET_FILE", "/nowhere/canary")]
    public void Garbage_switches_it_off_and_is_named_and_never_repeated(string variable, string value)
    {
        var settings = Load(Authority, Client, (variable, value));

        settings.SingleSignOn.Should().BeNull();
        Feature(settings).Should().BeEquivalentTo(new { Status = OptionalFeatureStatus.Degraded, Variable = variable, IsWarned = true });
        Feature(settings).Reason.Should().NotBeNullOrEmpty().And.NotContain("canary");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gar\tbage ⚠ canary")]
    [InlineData("ftp://login.example.test")]
    public void Without_a_usable_authority_nothing_else_matters(string? authority)
    {
        var settings = Load(("OIDC_AUTHORITY", authority), ("OIDC_ROLES", "garbage"));

        settings.SingleSignOn.Should().BeNull();
        Feature(settings).Status.Should().Be(OptionalFeatureStatus.NotConfigured);
    }

    [Fact]
    public void A_provider_on_this_machine_may_go_without_encryption() => Load(("OIDC_AUTHORITY", "http://localhost:8080/realms/crew"), Client).SingleSignOn.Should().NotBeNull();

    private static OptionalFeature Feature(DirectorSettings settings) => settings.OptionalFeatures.Single(f => f.Name == "oidc");

    private DirectorSettings Load(params (string Name, string? Value)[] values) => DirectorSettings.Load(new ConfigurationBuilder()
        .AddInMemoryCollection(values.Append(("DIRECTOR_DATA", data)).GroupBy(v => v.Item1).Select(g => new KeyValuePair<string, string?>(g.Key, g.Last().Item2))).Build());
}
