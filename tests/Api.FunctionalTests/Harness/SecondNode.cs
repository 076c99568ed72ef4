using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>Another server on the same database, with the same secret key and a data directory of its own.</summary>
internal sealed class SecondNode : WebApplicationFactory<Program>
{
    private readonly DirectorApp first;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-node-");

    internal SecondNode(DirectorApp first) => this.first = first;

    /// <summary>Where it keeps its files; may be filled before it starts.</summary>
    internal string DataDirectory => data.FullName;

    /// <summary>A client that brings somebody's ticket along.</summary>
    internal HttpClient With(AuthenticationHeaderValue? authorization)
    {
        var client = CreateDefaultClient(new Uri("http://localhost"));
        client.DefaultRequestHeaders.Authorization = authorization;
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("DIRECTOR_DATA", data.FullName);
        builder.UseSetting("DATABASE_URL", first.Database.Owner);
        builder.UseSetting("SECRET_KEY", File.ReadAllText(Path.Combine(first.DataDirectory, "keys", "secret.key")).Trim());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Delete(recursive: true);
    }
}
