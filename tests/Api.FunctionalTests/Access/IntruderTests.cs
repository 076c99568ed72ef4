using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

public sealed class IntruderTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public Task Nobody_without_business_here_gets_past_any_operation() => IntruderWalk.RunAsync(App);
}
