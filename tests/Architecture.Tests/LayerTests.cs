using System.Reflection;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Infrastructure.Persistence;
using NetArchTest.Rules;

namespace Director.Architecture.Tests;

/// <summary>Arrows point inward only: Api → Infrastructure → Application → Domain.</summary>
public sealed class LayerTests
{
    internal static readonly Assembly Domain = typeof(Asset).Assembly;
    internal static readonly Assembly Application = typeof(RequiresAttribute).Assembly;
    internal static readonly Assembly Infrastructure = typeof(DirectorDbContext).Assembly;
    internal static readonly Assembly Api = typeof(Program).Assembly;

    [Fact]
    public void The_domain_knows_nobody_and_needs_no_package()
    {
        References(Domain).Should().OnlyContain(name => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");
    }

    [Fact]
    public void The_application_knows_only_the_domain()
    {
        References(Application).Should().NotContain(name => name.StartsWith("Director.", StringComparison.Ordinal) && name != "Director.Domain");
        References(Application).Should().NotContain(name => name.Contains("EntityFramework", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Infrastructure_does_not_know_the_api() => References(Infrastructure).Should().NotContain("Director.Api");

    [Fact]
    public void The_api_touches_infrastructure_only_where_the_server_is_put_together()
    {
        var offenders = Types.InAssembly(Api).That().ResideInNamespaceStartingWith("Director.Api.Endpoints")
            .ShouldNot().HaveDependencyOnAny("Director.Infrastructure", "Npgsql", "Microsoft.EntityFrameworkCore").GetResult();
        (offenders.FailingTypeNames ?? []).Should().BeEmpty();
    }

    [Fact]
    public void Only_the_embedded_server_folder_and_the_start_know_of_the_embedded_server()
    {
        var users = Types.InAssemblies([Infrastructure, Api]).That().HaveDependencyOn("Director.Infrastructure.EmbeddedPostgres").GetTypes()
            .Select(t => t.FullName!).Where(n => !n.StartsWith("Director.Infrastructure.EmbeddedPostgres", StringComparison.Ordinal));
        users.Should().OnlyContain(n => n.StartsWith("Director.Api.Cli", StringComparison.Ordinal) || n.StartsWith("Director.Api.Hosting", StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(r => r.Name!);
}
