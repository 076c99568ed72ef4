using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

public sealed class PolicyRemovalTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Without_the_databases_policies_every_query_still_names_its_workspace()
    {
        var guarded = await Policies.TablesAsync(App);
        await Policies.DisableAsync(App, guarded);
        try
        {
            await IntruderWalk.RunAsync(App);
        }
        finally
        {
            await Policies.EnableAsync(App, guarded);
        }
    }
}
