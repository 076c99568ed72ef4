using System.Runtime.Versioning;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Director.Infrastructure.UnitTests.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>The servers the set-up is tried on: the embedded PostgreSQL 18, and the PostgreSQL 15 of the machine where
/// there is one. Each test makes databases of its own on them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DatabaseServers : IAsyncLifetime, IDisposable
{
    private const string MachinesPostgres15 = "/usr/lib/postgresql/15";
    private static readonly Dictionary<string, string> Throwaway = new() { ["fsync"] = "off" };

    private readonly TemporaryDirectory data18 = new();
    private readonly TemporaryDirectory data15 = new();
    private readonly Dictionary<int, string> maintenance = [];
    private EmbeddedPostgresServer? postgres18;
    private Postmaster? postgres15;
    private int databases;

    /// <summary>The major versions there are.</summary>
    public static TheoryData<int> Versions => Directory.Exists(MachinesPostgres15) ? [18, 15] : [18];

    public async Task InitializeAsync()
    {
        postgres18 = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = data18.Path, Settings = Throwaway }, NullLogger.Instance, CancellationToken.None);
        maintenance[18] = postgres18.OwnerConnectionString;
        if (!Directory.Exists(MachinesPostgres15)) return;

        var folders = new ServerFolders(data15.Path);
        var account = ServerAccount.Choose(folders);
        folders.Create(account);
        var binaries = new ServerBinaries(MachinesPostgres15);
        var program = new ServerProgram(binaries, folders, account);
        var password = await new ClusterInitializer(folders, account, binaries, program).EnsureAsync(CancellationToken.None);
        var endpoint = ServerEndpoint.Choose(folders);
        postgres15 = await Postmaster.StartAsync(program, folders, endpoint, Throwaway, NullLogger.Instance, CancellationToken.None);
        maintenance[15] = endpoint.ConnectionString("postgres", password).ConnectionString;
    }

    public async Task DisposeAsync()
    {
        await postgres18!.DisposeAsync();
        if (postgres15 is not null) await postgres15.StopAsync();
    }

    public void Dispose()
    {
        data18.Dispose();
        data15.Dispose();
    }

    /// <summary>Makes an empty database that belongs to the superuser, or to a new ordinary role with the given attributes.</summary>
    /// <returns>The owner's connection string.</returns>
    internal async Task<Secret> CreateAsync(int version, string? ownerAttributes = null)
    {
        var number = Interlocked.Increment(ref databases);
        var address = new NpgsqlConnectionStringBuilder(maintenance[version]) { Pooling = false };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        if (ownerAttributes is not null)
        {
            await ExecuteAsync(connection, $"CREATE ROLE owner_{number} LOGIN PASSWORD 'owner' {ownerAttributes}");
            address.Username = $"owner_{number}";
            address.Password = "owner";
        }

        address.Database = $"film_{number}";
        await ExecuteAsync(connection, $"CREATE DATABASE {address.Database} OWNER {address.Username}");
        return new Secret(address.ConnectionString);
    }

    /// <summary>Runs SQL as the server's superuser in a test's database.</summary>
    internal async Task AsSuperuserAsync(int version, Secret database, string sql)
    {
        var address = new NpgsqlConnectionStringBuilder(maintenance[version])
        {
            Pooling = false,
            Database = new NpgsqlConnectionStringBuilder(database.Reveal()).Database,
        };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
