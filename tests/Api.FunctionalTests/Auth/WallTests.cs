using Director.Api.FunctionalTests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Auth;

public sealed class WallTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>What anybody may ask; adding to it is a decision.</summary>
    private static readonly string[] Open =
    [
        "getSystem", "login", "refresh", "setUp", "getInvitation", "acceptInvitation", "requestPasswordReset", "resetPassword", "beginPasskeyLogin", "loginWithPasskey",
        "startSingleSignOn", "receiveReport",
        "openShare", "enterShare", "getSharedContent", "getSharedMedia", "getSharedThumbnail", "createSharedNote", "circleSharedTake", "selectSharedTake",
    ];

    private IEnumerable<RouteEndpoint> Endpoints =>
        App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) ?? false);

    /// <summary>The page that shows the API document, and its scripts.</summary>
    private static bool IsDocumentation(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.StartsWith("/api/docs", StringComparison.Ordinal);

    [Fact]
    public void Only_a_few_operations_are_open_to_anybody() =>
        Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsDocumentation(e))
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).Should().BeSubsetOf([.. Open, "getOpenApi"]);

    [Fact]
    public async Task Every_other_operation_refuses_anonymous_callers_before_it_reads_anything()
    {
        using var client = App.Anonymous();
        var closed = Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        closed.Should().NotBeEmpty();
        foreach (var endpoint in closed)
        {
            var path = string.Concat(endpoint.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p =>
                p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "0198c0de-0000-7000-8000-000000000000"))));
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                if (method == "HEAD") continue; // has no body to hold a problem
                var problem = await client.SendJsonAsync(new HttpMethod(method), path, "{not json").ProblemAsync();
                problem.Should().BeEquivalentTo(new { Code = "auth.required", HttpStatus = 401 }, "{0} {1}", method, path);
            }
        }
    }

    [Theory]
    [InlineData("GET", "/api/no-such-thing")]
    [InlineData("POST", "/api/no-such-thing")]
    [InlineData("DELETE", "/api/me")]
    [InlineData("GET", "/api")]
    public async Task Anonymous_callers_do_not_learn_which_addresses_exist(string method, string path)
    {
        using var client = App.Anonymous();

        (await client.SendJsonAsync(new HttpMethod(method), path, null).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.required", HttpStatus = 401 });
    }

    [Fact]
    public async Task Who_is_signed_in_learns_that_there_is_nothing()
    {
        using var alice = await App.CreateClient("alice");

        (await alice.GetAsync("/api/no-such-thing").ProblemAsync()).Should().BeEquivalentTo(new { Code = "route.unknown", HttpStatus = 404 });
        (await alice.DeleteAsync("/api/me").ProblemAsync()).Should().BeEquivalentTo(new { Code = "route.method", HttpStatus = 405 });
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer dir_nonsense_secret")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRhOnNlY3JldA==")]
    public async Task A_credential_that_is_none_is_refused(string authorization)
    {
        using var client = App.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        (await client.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Fact]
    public async Task Every_answer_carries_the_id_that_its_problem_and_its_record_have()
    {
        using var client = App.Anonymous();
        using var answer = await client.GetAsync("/api/me");
        using var setUp = await client.PostJsonAsync("/api/setup", Owner.Valid);

        var problem = await Task.FromResult(answer).ProblemAsync();
        answer.Headers.GetValues("X-Request-Id").Should().Equal(problem.TraceId);
        (await App.Database.ListAsync<string>("select distinct request_id from activity")).Should().Equal(setUp.Headers.GetValues("X-Request-Id"));
    }
}
