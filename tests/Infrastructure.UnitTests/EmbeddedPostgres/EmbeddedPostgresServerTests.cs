using System.Runtime.Versioning;
using Director.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresServerTests
{
    [Fact]
    public async Task It_starts_in_an_empty_directory_and_keeps_its_data_over_a_restart()
    {
        using var data = new TemporaryDirectory();
        await using (var first = await StartAsync(data.Path))
        {
            await ExecuteAsync(first.OwnerConnectionString, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");
        }

        await using var second = await StartAsync(data.Path);

        (await ScalarAsync(second.OwnerConnectionString, "SELECT id FROM kept")).Should().Be(42);
    }

    [Fact]
    public async Task It_is_PostgreSQL_18_in_UTF8_and_sorts_as_people_do()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);

        (await ScalarAsync(server.OwnerConnectionString, "SHOW server_version")).As<string>().Should().StartWith("18.");
        (await ScalarAsync(server.OwnerConnectionString, "SHOW server_encoding")).Should().Be("UTF8");
        (await ScalarAsync(server.OwnerConnectionString, "SELECT string_agg(n, '' ORDER BY n) FROM unnest('{я,ё,е,ж}'::text[]) n"))
            .Should().Be("еёжя");
    }

    [Fact]
    public async Task Trigrams_know_letters_beyond_ASCII()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);
        await ExecuteAsync(server.OwnerConnectionString, "CREATE EXTENSION pg_trgm");

        (await ScalarAsync(server.OwnerConnectionString, "SELECT cardinality(show_trgm('Привет'))")).Should().Be(7);
    }

    [Fact]
    public async Task It_never_runs_as_root_and_its_files_are_its_own()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);

        var user = File.ReadLines($"/proc/{server.ProcessId}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        user.Split('\t')[1].Should().NotBe("0");
        var postgres = Path.Combine(data.Path, "postgres");
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.GetUnixFileMode(Path.Combine(postgres, "data")).Should().Be(ownerOnly);
        File.GetUnixFileMode(Path.Combine(postgres, "run")).Should().Be(ownerOnly);
        File.GetUnixFileMode(Path.Combine(postgres, "owner.password")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.Combine(postgres, "run"), "*.password").Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);
        var wrong = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString) { Password = "guess", Pooling = false };

        var connecting = () => ScalarAsync(wrong.ConnectionString, "SELECT 1");

        (await connecting.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Director_s_environment_is_not_handed_to_the_server()
    {
        using var data = new TemporaryDirectory();
        Environment.SetEnvironmentVariable("SOME_PROVIDER_KEY", "canary");
        await using var server = await StartAsync(data.Path);

        var environment = await File.ReadAllTextAsync($"/proc/{server.ProcessId}/environ");

        environment.Should().NotContain("canary");
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_served_over_loopback()
    {
        using var data = new TemporaryDirectory(new string('x', 100));
        await using var server = await StartAsync(data.Path);

        new NpgsqlConnectionStringBuilder(server.OwnerConnectionString).Host.Should().Be("127.0.0.1");
        (await ScalarAsync(server.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused_in_clear_words()
    {
        using var data = new TemporaryDirectory();
        await using var first = await StartAsync(data.Path);

        var second = () => StartAsync(data.Path);

        await second.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage(
            $"Another Director (process {Environment.ProcessId}) already runs on the data directory '{data.Path}'.*");
        (await ScalarAsync(first.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_short_command_may_join_the_running_server_and_leaves_it_running()
    {
        using var data = new TemporaryDirectory();
        await using var first = await StartAsync(data.Path);

        await using (var joined = await StartAsync(data.Path, joinRunning: true))
        {
            (await ScalarAsync(joined.OwnerConnectionString, "SELECT 1")).Should().Be(1);
        }

        (await ScalarAsync(first.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_killed_server_process_is_started_again_at_the_same_address_with_what_was_committed()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);
        await ExecuteAsync(server.OwnerConnectionString, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        var killed = server.ProcessId!.Value;

        UnixCalls.Send(killed, UnixCalls.Kill).Should().BeTrue();

        await UntilAsync(() => server.ProcessId != killed);
        (await ScalarAsync(server.OwnerConnectionString, "SELECT id FROM kept")).Should().Be(7);
    }

    [Fact]
    public async Task A_data_directory_of_another_major_version_is_left_alone()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data.Path)) { }
        await File.WriteAllTextAsync(Path.Combine(data.Path, "postgres", "data", "PG_VERSION"), "17\n");

        var starting = () => StartAsync(data.Path);

        await starting.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*was made by PostgreSQL 17*brings PostgreSQL 18*");
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_anew()
    {
        using var data = new TemporaryDirectory();
        var unfinished = Directory.CreateDirectory(Path.Combine(data.Path, "postgres", "data.new"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "18\n");

        await using var server = await StartAsync(data.Path);

        (await ScalarAsync(server.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_pid_file_whose_number_now_belongs_to_another_program_does_not_stop_the_start()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data.Path)) { }
        await File.WriteAllTextAsync(
            Path.Combine(data.Path, "postgres", "data", "postmaster.pid"), $"{Environment.ProcessId}\n/somewhere\n1\n5432\n\n\n\nready\n");

        await using var server = await StartAsync(data.Path);

        (await ScalarAsync(server.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task Missing_programs_are_named_with_the_two_ways_on()
    {
        using var data = new TemporaryDirectory();
        var starting = () => EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = data.Path, BinariesDirectory = data.Path },
            NullLogger.Instance, CancellationToken.None);

        await starting.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*dotnet build*DATABASE_URL*");
    }

    internal static Task<EmbeddedPostgresServer> StartAsync(string dataDirectory, bool joinRunning = false) =>
        EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = dataDirectory, JoinRunning = joinRunning },
            NullLogger.Instance, CancellationToken.None);

    internal static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    internal static Task ExecuteAsync(string connectionString, string sql) => ScalarAsync(connectionString, sql);

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var attempt = 1; !happened(); attempt++)
        {
            attempt.Should().BeLessThan(300, "it should have happened within half a minute");
            await Task.Delay(100);
        }
    }
}
