using System.Net;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;
using Director.Domain.Workspaces;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Operations × roles: each role walks through every operation, does what the table lets it do and is refused the rest.</summary>
public sealed class RoleTests(DirectorApp app) : FunctionalTest(app)
{
    public static TheoryData<string> EveryRole => [.. AccessTable.Roles.Keys];

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation() =>
        AccessTable.Rows.Keys.Should().BeEquivalentTo(ApiContract.Committed.Operations.Select(o => o.Id));

    [Fact]
    public void The_roles_may_what_the_table_says() =>
        AccessTable.Roles.Should().BeEquivalentTo(Roles.All.ToDictionary(r => r, r => Roles.PermissionsOf(r).ToArray()));

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task A_role_does_what_the_table_lets_it_and_is_refused_the_rest(string role)
    {
        using var http = App.CreateDefaultClient(new Uri("http://localhost"));
        var story = new Story(http);
        var played = new Dictionary<string, bool>(StringComparer.Ordinal);
        await using var stage = new WalkStage(App);
        HttpClient? member = null;
        foreach (var step in Walk.Steps)
        {
            if (AccessTable.Rows[step.Operation] is not AccessTable.Member { Permission: var needed })
            {
                await story.PlayAsync(step);
                if (step.Operation == "getMe") member ??= await App.CreateMember(role, await WalkerAsync(), role);
                continue;
            }

            member.Should().NotBeNull("{0} comes after signing in", step.Operation);
            var may = AccessTable.Roles[role].Contains(needed);
            played[step.Operation] = may;
            if (!may) await IsRefusedAsync(member!, story.Request(step), role, step);
            await story.PlayAsync(step, may ? member : null);
        }

        member?.Dispose();
        played.Should().NotBeEmpty();
        played.Keys.Should().BeEquivalentTo(AccessTable.Rows.Where(r => r.Value is AccessTable.Member).Select(r => r.Key), "every cell is tried");
    }

    private static async Task IsRefusedAsync(HttpClient member, HttpRequestMessage request, string role, Step step)
    {
        var problem = await member.SendAsync(request).ProblemAsync();
        problem.HttpStatus.Should().Be((int)HttpStatusCode.Forbidden, "{0} may not {1}", role, step.Operation);
        problem.Code.Should().Be("auth.forbidden", "{0} may not {1}", role, step.Operation);
    }

    private async Task<Guid> WalkerAsync() => (await App.Database.ListAsync<Guid>("select id from workspaces where slug = 'walkers'"))[0];
}
