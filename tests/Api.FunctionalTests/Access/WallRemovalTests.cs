using Director.Api.FunctionalTests.Harness;
using Xunit.Sdk;

namespace Director.Api.FunctionalTests.Access;

/// <summary>
/// Each wall between workspaces holds with the other one gone; and with both gone the walk of the intruders does notice, so it can fail.
/// The third wall, authorization, is what <see cref="RoleTests"/> tries; the keys that cannot name another workspace's rows are read from the
/// catalogue in <see cref="Auth.DatabaseWallTests"/>.
/// </summary>
public sealed class WallRemovalTests(AppWithoutFilters app) : IClassFixture<AppWithoutFilters>, IAsyncLifetime
{
    private IReadOnlyList<string> guarded = [];

    public async Task InitializeAsync()
    {
        await app.ResetAsync();
        guarded = await Policies.TablesAsync(app);
    }

    public Task DisposeAsync() => Policies.EnableAsync(app, guarded);

    [Fact]
    public Task Without_the_query_filters_the_database_refuses() => IntruderWalk.RunAsync(app);

    [Fact]
    public async Task With_neither_filters_nor_policies_an_intruder_gets_through_and_is_noticed()
    {
        await Policies.DisableAsync(app, guarded);

        var walk = () => IntruderWalk.RunAsync(app);

        (await walk.Should().ThrowAsync<XunitException>()).WithMessage("*must not*a foreign owner*");
    }
}
