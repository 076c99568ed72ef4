using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Auth;

public sealed class CallerDirectoryTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Demote = "update workspace_members set role = 'viewer'";

    [Fact]
    public async Task A_changed_role_is_felt_by_the_next_request_once_the_person_is_forgotten()
    {
        using var ada = await App.CreateClient("ada");
        (await RoleAsync(ada)).Should().Be("owner");

        await App.Database.ExecuteAsync(Demote);
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerDirectory>().ForgetUser(new UserId((await App.PersonAsync("ada")).Id));

        (await RoleAsync(ada)).Should().Be("viewer");
    }

    [Fact]
    public async Task Within_a_transaction_a_person_is_forgotten_when_it_has_committed()
    {
        using var ada = await App.CreateClient("ada");
        var person = await App.PersonAsync("ada");
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        var directory = scope.ServiceProvider.GetRequiredService<ICallerDirectory>();
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            directory.ForgetUser(new UserId(person.Id));
            await RoleAsync(ada); // remembered anew in the meantime
            await App.Database.ExecuteAsync(Demote);
            await transaction.CommitAsync();
        });

        (await RoleAsync(ada)).Should().Be("viewer");
    }

    private static async Task<string> RoleAsync(HttpClient client) => (await client.GetAsync<MeAnswer>("/api/me")).Workspaces.Single().Role;
}
