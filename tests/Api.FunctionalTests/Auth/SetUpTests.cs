using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class SetUpTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_first_visitor_becomes_the_owner_and_is_signed_in()
    {
        using var browser = App.Anonymous();
        using var answer = await browser.PostJsonAsync("/api/setup", Owner.Valid);

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        browser.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());
        var me = await browser.GetAsync<MeAnswer>("/api/me");
        me.User.Email.Should().Be("ada@example.test");
        me.Workspaces.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Slug = "night-shift", Name = "Night Shift", Role = "owner" });
        me.Workspaces[0].Permissions.Should().BeEquivalentTo("look", "edit", "generate", "review", "select", "export", "administer");
        me.Current.Should().Be(me.Workspaces[0].Id);
    }
}
