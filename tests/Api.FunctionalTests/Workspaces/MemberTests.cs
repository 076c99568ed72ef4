using System.Net;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

public sealed class MemberTests(DirectorApp app) : FunctionalTest(app)
{
    private Guid workspace;
    private HttpClient alice = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        workspace = (await App.PersonAsync("alice")).WorkspaceId;
        alice = await App.InAsync("alice", workspace);
    }

    [Fact]
    public async Task Members_are_listed_owners_first()
    {
        using var viewer = await App.JoinAsync("zoe", workspace, "viewer");
        using var artist = await App.JoinAsync("ben", workspace, "artist");

        (await viewer.GetAsync<PageAnswer<MemberShown>>($"/api/workspaces/{workspace}/members")).Items
            .Select(m => (m.Name, m.Email, m.Role, m.Disabled)).Should().Equal(
                ("alice", "alice@example.test", "owner", false), ("ben", "ben@example.test", "artist", false), ("zoe", "zoe@example.test", "viewer", false));
    }

    [Fact]
    public async Task A_demotion_is_felt_at_once()
    {
        using var ben = await App.JoinAsync("ben", workspace, "artist");
        await ben.MakeAsync("prop");

        (await alice.PatchAsync<MemberShown>(Address("ben"), new { role = "viewer" })).Role.Should().Be("viewer");

        (await ben.PostJsonAsync("/api/assets", new { type = "prop", name = "Lamp" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.forbidden", HttpStatus = 403 });
        (await App.RecordAsync(workspace)).Should().Contain("updateMember member user alice");
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_what_they_made_stays()
    {
        using var ben = await App.JoinAsync("ben", workspace, "artist");
        var prop = await ben.MakeAsync("prop", "Lamp");

        await alice.DeleteAsync(Address("ben")).SucceedsAsync();

        (await ben.GetAsync($"/api/assets/{prop.Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.unknown", HttpStatus = 404 });
        (await alice.ReadAsync(prop.Id)).Name.Should().Be("Lamp");
        (await App.RecordAsync(workspace)).Should().Contain("removeMember member user alice");
    }

    [Theory]
    [InlineData("producer", HttpStatusCode.OK)]
    [InlineData("director", HttpStatusCode.Forbidden)]
    [InlineData("artist", HttpStatusCode.Forbidden)]
    [InlineData("reviewer", HttpStatusCode.Forbidden)]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    public async Task Who_may_give_roles_is_told_by_the_table(string role, HttpStatusCode status)
    {
        using var caller = await App.JoinAsync("carl", workspace, role);
        using var other = await App.JoinAsync("ben", workspace, "viewer");

        (await caller.SendJsonAsync(HttpMethod.Patch, Address("ben"), new { role = "artist" })).StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Only_an_owner_makes_and_unmakes_owners()
    {
        using var pat = await App.JoinAsync("pat", workspace, "producer");
        using var ben = await App.JoinAsync("ben", workspace, "artist");

        (await pat.SendJsonAsync(HttpMethod.Patch, Address("ben"), new { role = "owner" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "member.ownersOnly", HttpStatus = 403 });
        (await pat.SendJsonAsync(HttpMethod.Patch, Address("alice"), new { role = "viewer" }).ProblemAsync()).Code.Should().Be("member.ownersOnly");
        (await pat.DeleteAsync(Address("alice")).ProblemAsync()).Code.Should().Be("member.ownersOnly");
        (await pat.PostJsonAsync($"/api/workspaces/{workspace}/invitations", new { role = "owner" }).ProblemAsync()).Code.Should().Be("member.ownersOnly");
        (await pat.PostJsonAsync($"/api/workspaces/{workspace}/archive").ProblemAsync()).HttpStatus.Should().Be(403);
        (await alice.PatchAsync<MemberShown>(Address("ben"), new { role = "owner" })).Role.Should().Be("owner");
        (await ben.PatchAsync<MemberShown>(Address("alice"), new { role = "director" })).Role.Should().Be("director");
    }

    [Fact]
    public async Task The_last_owner_stays_and_everybody_else_may_leave()
    {
        using var zoe = await App.JoinAsync("zoe", workspace, "viewer");

        (await alice.DeleteAsync(Address("alice")).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.lastOwner", HttpStatus = 409 });
        (await alice.SendJsonAsync(HttpMethod.Patch, Address("alice"), new { role = "producer" }).ProblemAsync()).Code.Should().Be("workspace.lastOwner");
        await zoe.DeleteAsync(Address("zoe")).SucceedsAsync();
        (await zoe.DeleteAsync(Address("zoe")).ProblemAsync()).Code.Should().Be("workspace.unknown");
    }

    [Fact]
    public async Task Two_owners_who_leave_at_the_same_moment_leave_one_behind()
    {
        for (var round = 0; round < 8; round++)
        {
            var name = $"owner{round}";
            using var other = await App.JoinAsync(name, workspace, "owner");
            using var self = await App.InAsync("alice", workspace);

            var left = await Task.WhenAll(self.DeleteAsync(Address("alice")), other.DeleteAsync(Address(name)));

            left.Select(a => a.StatusCode).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
            (await OwnersAsync()).Should().ContainSingle();
            await App.Database.ExecuteAsync("delete from workspace_members where workspace_id = $1", workspace);
            using var back = await App.JoinAsync("alice", workspace, "owner");
            await Task.Delay(2_100); // what the server remembers of the membership that the statement above has ended
        }
    }

    [Fact]
    public async Task Two_owners_who_demote_each_other_leave_one_owner()
    {
        using var ben = await App.JoinAsync("ben", workspace, "owner");

        var answers = await Task.WhenAll(
            alice.SendJsonAsync(HttpMethod.Patch, Address("ben"), new { role = "viewer" }), ben.SendJsonAsync(HttpMethod.Patch, Address("alice"), new { role = "viewer" }));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).Should().Be(1);
        (await OwnersAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Unknown_people_and_roles_are_refused()
    {
        using var ben = await App.JoinAsync("ben", workspace, "viewer");
        await App.PersonAsync("mallory");

        (await alice.SendJsonAsync(HttpMethod.Patch, Address("ben"), new { role = "king" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "member.unknownRole", HttpStatus = 422 });
        (await alice.SendJsonAsync(HttpMethod.Patch, Address("mallory"), new { role = "viewer" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "member.notFound", HttpStatus = 404 });
        (await alice.DeleteAsync($"/api/workspaces/{workspace}/members/{Guid.CreateVersion7()}").ProblemAsync()).Code.Should().Be("member.notFound");
    }

    [Fact]
    public async Task People_can_be_removed_and_leave_while_the_workspace_is_archived()
    {
        using var ben = await App.JoinAsync("ben", workspace, "artist");
        using var zoe = await App.JoinAsync("zoe", workspace, "artist");
        await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{workspace}/archive");

        await alice.DeleteAsync(Address("ben")).SucceedsAsync();
        await zoe.DeleteAsync(Address("zoe")).SucceedsAsync();
    }

    private string Address(string who) => $"/api/workspaces/{workspace}/members/{App.PersonAsync(who).GetAwaiter().GetResult().Id}";

    private Task<IReadOnlyList<Guid>> OwnersAsync() =>
        App.Database.ListAsync<Guid>("select user_id from workspace_members where workspace_id = $1 and role = 'owner'", workspace);
}
