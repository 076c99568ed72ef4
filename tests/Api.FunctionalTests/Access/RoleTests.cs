using System.Net;
using System.Net.Http.Headers;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;
using Director.Domain.Workspaces;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Operations × roles: each role walks through every operation, does what the table lets it do and is refused the rest.</summary>
public sealed class RoleTests(DirectorApp app) : FunctionalTest(app)
{
    private const string WalkersSlug = "walkers";
    private static readonly string[] KeyScopes = ["look", "edit", "administer"];

    /// <summary>What keys may do of an administrator's: it changes nothing.</summary>
    private static readonly string[] ReadByKeys = ["listInvitations", "listApiKeys", "listWorkspaceSecurityEvents", "exportEvents", "getBudgets", "testProvider"];

    public static TheoryData<string> EveryRole => [.. AccessTable.Roles.Keys];

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation() =>
        AccessTable.Rows.Keys.Should().BeEquivalentTo(ApiContract.Committed.Operations.Select(o => o.Id));

    [Fact]
    public void The_roles_may_what_the_table_says() =>
        AccessTable.Roles.Should().BeEquivalentTo(Roles.All.ToDictionary(r => r, r => Roles.PermissionsOf(r).ToArray()));

    [Theory]
    [MemberData(nameof(EveryRole))]
    public Task A_role_does_what_the_table_lets_it_and_is_refused_the_rest(string role) => WalkAsync(
        (_, needed) => AccessTable.Roles[role].Contains(needed) ? null : "auth.forbidden",
        async workspace => await App.CreateMember(role, workspace, role), role);

    [Fact]
    public Task An_api_key_does_what_its_scopes_say_and_manages_nobody() => WalkAsync(
        (operation, needed) => needed switch
        {
            Permission.Look or Permission.Edit => null,
            Permission.Administer when ReadByKeys.Contains(operation) => null,
            // Open to all, for anybody may leave; who is no person is refused further in.
            Permission.Administer when operation == "removeMember" => "auth.forbidden",
            Permission.Administer => "auth.peopleOnly",
            Permission.Own when operation != "exportWorkspace" => "auth.peopleOnly",
            _ => "auth.forbidden",
        },
        async workspace =>
        {
            using var maker = await App.CreateMember("key-maker", workspace, Roles.Owner);
            var made = await maker.PostAsync<MadeKey>($"/api/workspaces/{workspace}/api-keys", new { name = "Walker's key", scopes = KeyScopes });
            var client = App.Anonymous();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Key);
            return client;
        });

    /// <param name="refusal">The code that refuses an operation that needs a permission; null when it is allowed.</param>
    /// <param name="enter">Who walks, once there is a workspace.</param>
    /// <param name="role">Their role, to give them the same in the workspace that the walk makes; null when they cannot have one.</param>
    private async Task WalkAsync(Func<string, Permission, string?> refusal, Func<Guid, Task<HttpClient>> enter, string? role = null)
    {
        using var http = App.CreateDefaultClient(new Uri("http://localhost"));
        var story = new Story(http) { Mailbox = App.Mailbox, Clock = App.Clock };
        var tried = new HashSet<string>(StringComparer.Ordinal);
        await using var stage = new WalkStage(App);
        HttpClient? walker = null;
        foreach (var step in Walk.Steps)
        {
            if (AccessTable.Rows[step.Operation] is not AccessTable.Member { Permission: var needed })
            {
                await story.PlayAsync(step);
                if (step.Operation == "getMe" && walker is null)
                {
                    walker = await enter((await App.Database.ListAsync<Guid>("select id from workspaces where slug = $1", WalkersSlug))[0]);
                    walker.DefaultRequestHeaders.Add("X-Workspace", WalkersSlug);
                }

                if (step.Operation == "createWorkspace" && role is not null) await JoinAsync(Guid.Parse(story["second"]), role);
                continue;
            }

            walker.Should().NotBeNull("{0} comes after signing in", step.Operation);
            tried.Add(step.Operation);
            var code = refusal(step.Operation, needed);
            // A key is of one workspace; another one's owner is who goes on there.
            if (role is null && step.Call.Contains("{second}", StringComparison.Ordinal)) code ??= "workspace.unknown";
            if (code is not null) await IsRefusedAsync(walker!, story.Request(step), step, role is null && step.Call.Contains("{second}", StringComparison.Ordinal) ? "workspace.unknown" : code);
            if (code is not null && step.Operation == "createDemoFilm") continue; // nothing that follows needs its dozens of takes
            await story.PlayAsync(step, code is null ? walker : null);
        }

        walker?.Dispose();
        tried.Should().BeEquivalentTo(AccessTable.Rows.Where(r => r.Value is AccessTable.Member).Select(r => r.Key), "every cell is tried");
    }

    private async Task JoinAsync(Guid workspace, string role)
    {
        await App.AddMemberAsync(workspace, (await App.Database.ListAsync<Guid>("select id from users where display_name = $1", role))[0], role);
        await Task.Delay(Intruders.LongerThanAnyCache);
    }

    private static async Task IsRefusedAsync(HttpClient walker, HttpRequestMessage request, Step step, string code)
    {
        var problem = await walker.SendAsync(request).ProblemAsync();
        problem.Code.Should().Be(code, "{0} is not allowed", step.Operation);
        problem.HttpStatus.Should().Be((int)(code == "workspace.unknown" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden), "{0} is not allowed", step.Operation);
    }

    private sealed record MadeKey(Guid Id, string Key);
}
