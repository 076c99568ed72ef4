using System.Net.Http.Headers;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>A server beside the one all tests share: with a database and files of its own on the same PostgreSQL, and settings of a test's choosing.</summary>
internal sealed class OtherServer : WebApplicationFactory<Program>
{
    private readonly TestDatabase postgres;
    private readonly string databaseName;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-other-");

    private OtherServer(TestDatabase postgres, string databaseName, IReadOnlyDictionary<string, string> settings)
    {
        (this.postgres, this.databaseName, this.settings) = (postgres, databaseName, settings);
        Owner = new NpgsqlConnectionStringBuilder(postgres.Owner) { Database = databaseName }.ConnectionString;
    }

    /// <summary>The owner's connection string of its database.</summary>
    public string Owner { get; }

    /// <summary>Where it keeps its files.</summary>
    public string DataDirectory => data.FullName;

    public string MediaDirectory => Path.Combine(data.FullName, "media");

    public Secret SecretKey { get; } = new("the secret key of the server beside the first one");

    /// <summary>Makes an empty database; the server starts with the first request.</summary>
    public static async Task<OtherServer> CreateAsync(TestDatabase postgres, IReadOnlyDictionary<string, string>? settings = null)
    {
        var name = $"director_other_{Guid.CreateVersion7():N}";
        await postgres.ExecuteAsync($"create database {name}");
        return new OtherServer(postgres, name, settings ?? new Dictionary<string, string>());
    }

    /// <summary>A client without anybody's sign-in.</summary>
    public HttpClient Anonymous(string origin = "http://localhost") => CreateDefaultClient(new Uri(origin));

    /// <summary>A client signed in as a person, who needs no password for it.</summary>
    public async Task<HttpClient> ClientOfAsync(Guid userId, Guid? workspace = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<ISessions>().OpenAsync(
            new Account(new UserId(userId), "", ""), SessionKind.Token, CancellationToken.None);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", opened.Ticket);
        if (workspace is { } chosen) client.DefaultRequestHeaders.Add("X-Workspace", chosen.ToString());
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await postgres.ExecuteAsync($"drop database if exists {databaseName} with (force)");
        data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("DIRECTOR_DATA", data.FullName);
        builder.UseSetting("DATABASE_URL", Owner);
        builder.UseSetting("SECRET_KEY", SecretKey.Reveal());
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, TestAddress>());
    }
}
