using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Respawn;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>
/// One PostgreSQL for the run: the embedded one, or, when <c>DIRECTOR_TEST_DATABASE_URL</c> names one, a database of its own on that server.
/// The server under test is given the owner's connection, as a crew would give it; it migrates and makes the role it works as.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string GivenServer = "DIRECTOR_TEST_DATABASE_URL";

    private static int databases;

    private readonly EmbeddedPostgresServer? embedded;
    private readonly string? given;
    private readonly DirectoryInfo? folder;
    private Respawner? respawner;

    private TestDatabase(string owner, EmbeddedPostgresServer? embedded, string? given, DirectoryInfo? folder)
        => (Owner, this.embedded, this.given, this.folder) = (owner, embedded, given, folder);

    /// <summary>The owner's connection string: for set-up of tests and for reading what the app's role must not see.</summary>
    public string Owner { get; }

    public static async Task<TestDatabase> StartAsync()
    {
        var server = Environment.GetEnvironmentVariable(GivenServer);
        return string.IsNullOrEmpty(server) ? await EmbeddedAsync() : await OnGivenServerAsync(server);
    }

    /// <summary>Empties every table.</summary>
    public async Task ResetAsync()
    {
        await using var connection = await OpenAsOwnerAsync();
        respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.Postgres,
            SchemasToInclude = ["public"],
            // The schedule stays: the scheduler is running, and work for what is gone does nothing. So do the keys that it signs with.
            TablesToIgnore = ["__EFMigrationsHistory", "data_protection_keys", .. (await ListAsync<string>(connection, "select tablename::text from pg_tables where tablename like 'qrtz_%'")).Select(t => new Respawn.Graph.Table(t))],
        });
        for (var tries = 1; ; tries++)
        {
            try
            {
                await respawner.ResetAsync(connection);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && tries < 10)
            {
                // A worker was still at it for the test before.
            }
        }
    }

    public async Task<NpgsqlConnection> OpenAsOwnerAsync() => await OpenAsync(Owner);

    /// <summary>Runs a statement as the owner; for facts that no endpoint makes.</summary>
    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await OpenAsOwnerAsync();
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one column as the owner.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, params object[] values)
    {
        await using var connection = await OpenAsOwnerAsync();
        return await ListAsync<T>(connection, sql, values);
    }

    /// <summary>Reads one column over a given connection.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<T>();
        while (await reader.ReadAsync()) list.Add(await reader.GetFieldValueAsync<T>(0));
        return list;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (given is not null)
        {
            await using var maintenance = await OpenAsync(given);
            await using var drop = Command(maintenance, $"drop database if exists {new NpgsqlConnectionStringBuilder(Owner).Database} with (force)", []);
            await drop.ExecuteNonQueryAsync();
        }

        if (embedded is not null) await embedded.DisposeAsync();
        folder?.Delete(recursive: true);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static async Task<TestDatabase> EmbeddedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("director-test-");
        // Nothing here outlives the run, so nothing has to reach the disk.
        var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = folder.FullName,
            Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off" },
        }, NullLogger.Instance, CancellationToken.None);
        return new TestDatabase(server.OwnerConnectionString, server, null, folder);
    }

    private static async Task<TestDatabase> OnGivenServerAsync(string url)
    {
        var server = new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString(GivenServer, url));
        var name = $"director_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await using var maintenance = await OpenAsync(server.ConnectionString);
        foreach (var sql in (string[])[$"drop database if exists {name} with (force)", $"create database {name}"])
        {
            await using var command = Command(maintenance, sql, []);
            await command.ExecuteNonQueryAsync();
        }

        var owner = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name };
        return new TestDatabase(owner.ConnectionString, null, server.ConnectionString, null);
    }

    internal static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
