using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

public sealed class InvitationTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Password = "seven grey herons wait";

    private Guid workspace;
    private HttpClient alice = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        workspace = (await App.PersonAsync("alice")).WorkspaceId;
        alice = await App.InAsync("alice", workspace);
    }

    [Fact]
    public async Task An_invitation_says_what_it_offers_to_whoever_has_the_link()
    {
        var invited = await InviteAsync(new { role = "artist", email = "Ben@example.test" });
        using var anybody = App.Anonymous();

        var offer = await anybody.GetAsync<OfferAnswer>($"/api/invitations/{invited.Token}");

        offer.Should().Be(new OfferAnswer("alice", "artist", "alice", "Ben@example.test", false));
        invited.Url.Should().Be($"http://localhost/invitations/{invited.Token}");
        await App.PersonAsync("ben");
        (await anybody.GetAsync<OfferAnswer>($"/api/invitations/{invited.Token}")).HasAccount.Should().BeTrue("then one signs in to accept");
    }

    [Fact]
    public async Task Who_is_signed_in_joins_by_a_link_once()
    {
        var invited = await InviteAsync(new { role = "director" });
        using var ben = await App.CreateClient("ben");

        var joined = await ben.PostAsync<JsonElement>($"/api/invitations/{invited.Token}/accept");

        joined.GetProperty("slug").GetString().Should().Be("alice");
        joined.GetProperty("signedIn").ValueKind.Should().Be(JsonValueKind.Null);
        (await ben.GetAsync<MeAnswer>("/api/me")).Workspaces.Single(w => w.Slug == "alice").Role.Should().Be("director");
        using var zoe = await App.CreateClient("zoe");
        (await zoe.PostJsonAsync($"/api/invitations/{invited.Token}/accept").ProblemAsync()).Should().BeEquivalentTo(new { Code = "invitation.notFound", HttpStatus = 404 });
        (await App.RecordAsync(workspace)).Should().Contain(["createInvitation invitation user alice", "acceptInvitation member user ben", "acceptInvitation invitation user ben"]);
    }

    [Fact]
    public async Task Who_has_no_account_makes_one_on_the_way_and_is_signed_in()
    {
        var invited = await InviteAsync(new { role = "reviewer", email = "nia@example.test" });
        using var anybody = App.Anonymous();

        var joined = await anybody.PostAsync<JsonElement>($"/api/invitations/{invited.Token}/accept", new { name = "Nia", email = "NIA@example.test", password = Password, mode = "token" });

        anybody.DefaultRequestHeaders.Authorization = new("Bearer", joined.GetProperty("signedIn").GetProperty("accessToken").GetString());
        var me = await anybody.GetAsync<MeAnswer>("/api/me");
        (me.User.Name, me.Workspaces.Single().Role).Should().Be(("Nia", "reviewer"));
        using var again = App.Anonymous();
        await again.PostAsync<JsonElement>("/api/auth/login", new { email = "nia@example.test", password = Password, mode = "token" });
    }

    [Fact]
    public async Task A_new_person_in_a_browser_gets_the_cookie()
    {
        var invited = await InviteAsync(new { role = "viewer" });
        using var browser = App.Anonymous();

        using var answer = await browser.PostJsonAsync($"/api/invitations/{invited.Token}/accept", new { name = "Nia", email = "nia@example.test", password = Password });

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.SetCookie().Should().StartWith("__Host-director=");
    }

    [Fact]
    public async Task An_invitation_made_out_to_somebody_is_for_them_alone()
    {
        var invited = await InviteAsync(new { role = "artist", email = "ben@example.test" });
        using var zoe = await App.CreateClient("zoe");
        using var anybody = App.Anonymous();

        (await zoe.PostJsonAsync($"/api/invitations/{invited.Token}/accept").ProblemAsync()).Should().BeEquivalentTo(new { Code = "invitation.forAnother", HttpStatus = 403 });
        (await anybody.PostJsonAsync($"/api/invitations/{invited.Token}/accept", new { name = "Zoe", email = "zoe2@example.test", password = Password }).ProblemAsync())
            .Code.Should().Be("invitation.forAnother");
        (await App.Database.ListAsync<long>("select count(*) from users where email like 'zoe2%'")).Should().Equal(0);
        using var ben = await App.CreateClient("ben");
        await ben.PostAsync<JsonElement>($"/api/invitations/{invited.Token}/accept");
    }

    [Fact]
    public async Task Bad_used_expired_withdrawn_and_foreign_tokens_answer_the_same()
    {
        var used = await InviteAsync(new { role = "viewer" });
        using (var ben = await App.CreateClient("ben")) await ben.PostAsync<JsonElement>($"/api/invitations/{used.Token}/accept");
        var withdrawn = await InviteAsync(new { role = "viewer" });
        await alice.DeleteAsync($"/api/workspaces/{workspace}/invitations/{withdrawn.Invitation.Id}").SucceedsAsync();
        var expired = await InviteAsync(new { role = "viewer", expiresInDays = 1 });
        var open = await InviteAsync(new { role = "viewer", expiresInDays = 30 });
        App.Clock.Advance(TimeSpan.FromDays(2));
        var altered = open.Token[..^1] + (open.Token[^1] == 'A' ? 'Q' : 'A');
        using var anybody = App.Anonymous();

        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in (string[])[used.Token, withdrawn.Token, expired.Token, altered, "nonsense", new string('A', 86), new string('A', 4_000)])
        {
            foreach (var answer in (HttpResponseMessage[])[
                await anybody.GetAsync($"/api/invitations/{token}"),
                await anybody.PostJsonAsync($"/api/invitations/{token}/accept", new { name = "Nia", email = "nia@example.test", password = Password }),
            ])
            {
                answer.StatusCode.Should().Be(HttpStatusCode.NotFound, token);
                answers.Add(System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
            }
        }

        answers.Should().ContainSingle().Which.Should().Contain("invitation.notFound");
        (await anybody.GetAsync<OfferAnswer>($"/api/invitations/{open.Token}")).Role.Should().Be("viewer", "the others do not stand in its way");
    }

    [Fact]
    public async Task Of_many_who_accept_at_once_one_joins()
    {
        var invited = await InviteAsync(new { role = "artist" });
        var clients = new List<HttpClient>();
        for (var i = 0; i < 6; i++) clients.Add(await App.CreateClient($"racer{i}"));

        var answers = await Task.WhenAll(clients.Select(c => c.PostJsonAsync($"/api/invitations/{invited.Token}/accept")));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).Should().Be(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.NotFound).Should().Be(5);
        (await App.Database.ListAsync<long>("select count(*) from workspace_members where workspace_id = $1", workspace)).Should().Equal(2);
    }

    [Fact]
    public async Task A_member_who_accepts_leaves_the_invitation_to_others()
    {
        var invited = await InviteAsync(new { role = "viewer" });

        (await alice.PostJsonAsync($"/api/invitations/{invited.Token}/accept").ProblemAsync()).Should().BeEquivalentTo(new { Code = "member.exists", HttpStatus = 409 });
        using var ben = await App.CreateClient("ben");
        await ben.PostAsync<JsonElement>($"/api/invitations/{invited.Token}/accept");
    }

    [Fact]
    public async Task Nobody_joins_without_saying_who_they_are()
    {
        var invited = await InviteAsync(new { role = "viewer" });
        using var anybody = App.Anonymous();

        (await anybody.PostJsonAsync($"/api/invitations/{invited.Token}/accept").ProblemAsync()).HttpStatus.Should().Be(401);
        (await anybody.PostJsonAsync($"/api/invitations/{invited.Token}/accept", new { name = "Nia", email = "nia", password = "short" }).ProblemAsync())
            .Fields.Should().BeEquivalentTo("email", "password");
        (await anybody.PostJsonAsync($"/api/invitations/{invited.Token}/accept", new { name = "Nia", email = "alice@example.test", password = Password }).ProblemAsync())
            .Should().BeEquivalentTo(new { Code = "account.emailTaken", HttpStatus = 409 });
    }

    [Fact]
    public async Task Invitations_are_listed_without_their_secret_and_kept_as_a_hash()
    {
        var invited = await InviteAsync(new { role = "viewer", email = "ben@example.test" });

        var listed = await alice.GetStringAsync($"/api/workspaces/{workspace}/invitations");

        listed.Should().Contain(invited.Invitation.Id.ToString()).And.NotContain(invited.Token[^40..]);
        var secret = Convert.ToHexString(Convert.FromBase64String(Padded(invited.Token))[32..]);
        (await App.Database.ListAsync<string>("select to_jsonb(i)::text from invitations i")).Single().ToUpperInvariant().Should().NotContain(secret);
        var record = string.Concat(await App.Database.ListAsync<string>("select a::text from activity a"));
        record.Should().Contain("createInvitation").And.NotContain("ecretHash").And.NotContain(invited.Token[^40..]);
    }

    [Theory]
    [InlineData("producer", 201)]
    [InlineData("director", 403)]
    [InlineData("viewer", 403)]
    public async Task Who_may_invite_is_told_by_the_table(string role, int status)
    {
        using var caller = await App.JoinAsync("carl", workspace, role);

        ((int)(await caller.PostJsonAsync($"/api/workspaces/{workspace}/invitations", new { role = "viewer" })).StatusCode).Should().Be(status);
    }

    [Theory]
    [InlineData("{\"role\":\"king\"}", "role")]
    [InlineData("{\"role\":\"viewer\",\"expiresInDays\":0}", "expiresInDays")]
    [InlineData("{\"role\":\"viewer\",\"expiresInDays\":91}", "expiresInDays")]
    [InlineData("{\"role\":\"viewer\",\"email\":\"nobody\"}", "email")]
    public async Task An_invitation_that_does_not_fit_is_refused(string body, string field) =>
        (await alice.PostJsonAsync($"/api/workspaces/{workspace}/invitations", body).ProblemAsync()).Should().BeEquivalentTo(new { HttpStatus = 422, Fields = new[] { field } });

    private static string Padded(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        return text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
    }

    private Task<InvitedAnswer> InviteAsync(object body) => alice.PostAsync<InvitedAnswer>($"/api/workspaces/{workspace}/invitations", body);
}
