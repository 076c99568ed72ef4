using System.Net.Http.Headers;
using Director.Api.FunctionalTests.Contract;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>The whole server over a real PostgreSQL, once for all tests; the database is emptied between them.</summary>
public class DirectorApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-data-");
    private readonly Dictionary<string, TestPerson> people = new(StringComparer.Ordinal);
    private TestDatabase? database;
    private Task<ApiContract>? contract;

    /// <summary>The database beneath, for what no endpoint says.</summary>
    public TestDatabase Database => database ?? throw new InvalidOperationException("The database has not started.");

    /// <summary>The server's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>A provider outside this house, beside the built-in one; never the default.</summary>
    internal Generation.FakeProvider Provider { get; } = new();

    /// <summary>The mail server that this server hands its mail to.</summary>
    internal FakeMailServer Mailbox { get; private set; } = null!;

    /// <summary>Where this server keeps its files.</summary>
    public string DataDirectory => data.FullName;

    /// <summary>
    /// A client signed in as <paramref name="who"/>, by token. The first call makes the person and a workspace of their own with them as its
    /// owner, both named after them. Two names are two tenants.
    /// </summary>
    public async Task<HttpClient> CreateClient(string who)
    {
        var person = await PersonAsync(who);
        return await SignInAsync(new Account(new UserId(person.Id), person.Name, person.Email));
    }

    private async Task<HttpClient> SignInAsync(Account account)
    {
        await using var scope = Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<ISessions>().OpenAsync(account, SessionKind.Token, CancellationToken.None);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", opened.Ticket);
        return client;
    }

    /// <summary>A client that nobody signed in. It keeps no cookies and follows no redirects; an answer that is not as the API document says fails the test.</summary>
    /// <param name="address">Where it comes from; this machine when absent.</param>
    /// <param name="origin">The scheme and host it asks for.</param>
    public HttpClient Anonymous(string? address = null, string origin = "http://localhost")
    {
        var client = CreateDefaultClient(new Uri(origin), new AnswerCheck(() => contract ??= DescribeAsync()));
        if (address is not null) client.DefaultRequestHeaders.Add(TestAddress.Header, address);
        return client;
    }

    /// <summary>The person of that name, made when they do not exist yet. Nobody can sign in with a password as them: see <see cref="TestPerson"/>.</summary>
    public async Task<TestPerson> PersonAsync(string who)
    {
        if (people.TryGetValue(who, out var known)) return known;
        var person = new TestPerson(Guid.CreateVersion7(), who, $"{who}@example.test", Guid.CreateVersion7());
        await AddUserAsync(person.Id, person.Name);
        await AddWorkspaceAsync(person, who, person.WorkspaceId);
        people.Add(who, person);
        return person;
    }

    /// <summary>Another workspace of a person, who owns it.</summary>
    public async Task<Guid> AddWorkspaceAsync(TestPerson person, string slug, Guid? id = null)
    {
        var workspace = id ?? Guid.CreateVersion7();
        await Database.ExecuteAsync("insert into workspaces (id, name, slug, currency, created_at) values ($1, $2, $2, 'USD', now())", workspace, slug);
        await AddMemberAsync(workspace, person.Id, Roles.Owner);
        return workspace;
    }

    private Task AddUserAsync(Guid id, string name) => Database.ExecuteAsync("""
        insert into users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
          concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
        values ($1, $2, now(), $3, upper($3), $3, upper($3), false, '', '', false, false, true, 0)
        """, id, name, $"{name}@example.test");

    /// <summary>Gives a person a place in a workspace. What a server knows of them already it believes for two seconds more.</summary>
    public async Task AddMemberAsync(Guid workspace, Guid user, string role)
    {
        await using var connection = await Database.OpenAsOwnerAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', $1, true)", workspace.ToString());
        await TestDatabase.ListAsync<Guid>(connection,
            "insert into workspace_members (workspace_id, user_id, role, created_at) values ($1, $2, $3, now()) returning user_id", workspace, user, role);
        await transaction.CommitAsync();
    }

    /// <summary>A person who has no workspace but a place in this one; a client signed in as them.</summary>
    public async Task<HttpClient> CreateMember(string who, Guid workspace, string role)
    {
        var id = Guid.CreateVersion7();
        await AddUserAsync(id, who);
        await AddMemberAsync(workspace, id, role);
        return await SignInAsync(new Account(new UserId(id), who, $"{who}@example.test"));
    }

    /// <summary>A connection of the role that the server works as, bound to no workspace.</summary>
    public Task<NpgsqlConnection> OpenAsServerAsync() => TestDatabase.OpenAsync(Services.GetRequiredService<AppDatabase>().ConnectionString);

    /// <summary>Back to an empty server.</summary>
    public async Task ResetAsync()
    {
        people.Clear();
        Clock.Reset();
        Provider.Reset();
        Mailbox.Reset();
        await Database.ResetAsync();
        // A sweep that ran while a test had moved the clock on would come again hours from now.
        await Database.ExecuteAsync("update qrtz_triggers set next_fire_time = $1 where trigger_group = 'sweep' and next_fire_time > $1", DateTime.UtcNow.AddMinutes(1).Ticks);
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        Mailbox = FakeMailServer.Start();
        database = await TestDatabase.StartAsync();
        _ = Server; // starts it, which makes the schema that tests fill
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        await Mailbox.DisposeAsync();
        data.Delete(recursive: true);
    }

    /// <summary>This server's own document: tests bring an asset type that the committed one does not know.</summary>
    private async Task<ApiContract> DescribeAsync()
    {
        using var client = CreateDefaultClient();
        return new ApiContract(await client.GetStringAsync("/api/openapi.json"));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("DIRECTOR_DATA", data.FullName);
        builder.UseSetting("DATABASE_URL", Database.Owner);
        builder.UseSetting("SMTP_HOST", "127.0.0.1");
        builder.UseSetting("SMTP_PORT", Mailbox.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("SMTP_FROM", "director@example.test");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, TestAddress>();
            services.AddSingleton<Application.Generation.IGenerationProvider>(Provider);
            Change(services);
        });
    }

    /// <summary>What a server under test does otherwise than the usual one.</summary>
    private protected virtual void Change(IServiceCollection services)
    {
    }
}

/// <summary>Somebody a test is played by. They have no password; a test of passwords sets the server up instead.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="WorkspaceId">Their own workspace, whose slug is the name.</param>
public sealed record TestPerson(Guid Id, string Name, string Email, Guid WorkspaceId);
