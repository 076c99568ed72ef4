namespace Director.Web.Tests;

/// <summary>The web app's own tests and rules, run by npm in the folder that the build has prepared.</summary>
public sealed class WebAppTests
{
    [Fact]
    public async Task Its_unit_tests_pass() => (await Npm.RunAsync("test")).Should().Be(Npm.Passed);

    [Fact]
    public async Task It_keeps_its_rules_of_style() => (await Npm.RunAsync("lint")).Should().Be(Npm.Passed);

    [Fact]
    public async Task Its_first_load_and_routes_stay_small() => (await Npm.RunAsync("check-size")).Should().Be(Npm.Passed);
}
