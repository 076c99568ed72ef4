using System.Runtime.Versioning;
using Director.Infrastructure.EmbeddedPostgres;

namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

/// <summary>What becomes of the server when Director's own process ends in each of the ways a process ends.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresProcessTests
{
    private const int Terminate = 15;

    [Theory]
    [InlineData(UnixCalls.Interrupt)]
    [InlineData(Terminate)]
    public async Task Asked_to_end_the_process_takes_the_server_along(int signal)
    {
        using var data = new TemporaryDirectory();
        using var host = await HostProcess.StartAsync(data.Path);

        host.Signal(signal);

        (await host.EndAsync()).Should().Be(0);
        ProcessTable.IsAlive(host.PostgresProcessId).Should().BeFalse();
        File.Exists(Path.Combine(data.Path, "postgres", "data", "postmaster.pid")).Should().BeFalse();
    }

    [Fact]
    public async Task A_process_that_exits_without_any_care_still_takes_the_server_along()
    {
        using var data = new TemporaryDirectory();
        using var host = await HostProcess.StartAsync(data.Path, manner: "careless");

        await host.EndAsync();
        ProcessTable.IsAlive(host.PostgresProcessId).Should().BeFalse();
    }

    [Fact]
    public async Task After_a_killed_Director_the_next_one_stops_what_was_left_and_finds_the_data()
    {
        using var data = new TemporaryDirectory();
        using var host = await HostProcess.StartAsync(data.Path);
        await EmbeddedPostgresServerTests.ExecuteAsync(host.ConnectionString, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (3)");
        host.Signal(UnixCalls.Kill);
        await host.EndAsync();
        ProcessTable.IsAlive(host.PostgresProcessId).Should().BeTrue("nothing told the server that Director is gone");

        await using var next = await EmbeddedPostgresServerTests.StartAsync(data.Path);

        ProcessTable.IsAlive(host.PostgresProcessId).Should().BeFalse();
        (await EmbeddedPostgresServerTests.ScalarAsync(next.OwnerConnectionString, "SELECT id FROM kept")).Should().Be(3);
    }

    [Fact]
    public async Task After_both_were_killed_the_next_one_recovers()
    {
        using var data = new TemporaryDirectory();
        using var host = await HostProcess.StartAsync(data.Path);
        await EmbeddedPostgresServerTests.ExecuteAsync(host.ConnectionString, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (5)");
        host.Signal(UnixCalls.Kill);
        UnixCalls.Send(host.PostgresProcessId, UnixCalls.Kill);
        await host.EndAsync();

        await using var next = await EmbeddedPostgresServerTests.StartAsync(data.Path);

        (await EmbeddedPostgresServerTests.ScalarAsync(next.OwnerConnectionString, "SELECT id FROM kept")).Should().Be(5);
    }

    [Fact]
    public async Task A_second_process_on_the_same_directory_is_refused()
    {
        using var data = new TemporaryDirectory();
        await using var first = await EmbeddedPostgresServerTests.StartAsync(data.Path);

        using var second = await HostProcess.StartAsync(data.Path);

        second.FirstLine.Should().StartWith($"refused Another Director (process {Environment.ProcessId}) already runs");
    }
}
