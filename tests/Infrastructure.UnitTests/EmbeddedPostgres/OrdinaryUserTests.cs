using System.Diagnostics;
using System.Runtime.Versioning;
using Director.Infrastructure.EmbeddedPostgres;

namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

/// <summary>The server under an account that is not root. Where the tests themselves run as an ordinary user every other
/// test shows the same, so these then run as that user too.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OrdinaryUserTests
{
    private const string Account = "nobody";

    [Fact]
    public async Task An_ordinary_user_runs_the_server_as_themselves()
    {
        using var data = new TemporaryDirectory();
        using var program = new ReachableProgram();
        GiveTo(data.Path);

        using var host = await HostProcess.StartAsync(data.Path, account: OtherAccount, programFolder: program.Folder);

        host.FirstLine.Should().StartWith("ready ");
        (await EmbeddedPostgresServerTests.ScalarAsync(host.ConnectionString, "SELECT 1")).Should().Be(1);
        var recorded = await File.ReadAllTextAsync(Path.Combine(data.Path, "postgres", "account"));
        recorded.Should().Be(OtherAccount ?? Environment.UserName);
        host.Signal(UnixCalls.Interrupt);
        (await host.EndAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_database_made_under_one_account_is_run_under_the_same_by_root()
    {
        using var data = new TemporaryDirectory();
        using var program = new ReachableProgram();
        GiveTo(data.Path);
        using (var host = await HostProcess.StartAsync(data.Path, account: OtherAccount, programFolder: program.Folder))
        {
            host.Signal(UnixCalls.Interrupt);
            await host.EndAsync();
        }

        await using var server = await EmbeddedPostgresServerTests.StartAsync(data.Path);

        (await EmbeddedPostgresServerTests.ScalarAsync(server.OwnerConnectionString, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_folder_above_that_shuts_the_server_s_account_out_is_named()
    {
        if (!Environment.IsPrivilegedProcess) return;

        using var closed = new TemporaryDirectory("below");
        var above = Path.GetDirectoryName(closed.Path)!;
        File.SetUnixFileMode(above, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var starting = () => EmbeddedPostgresServerTests.StartAsync(closed.Path);

        await starting.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage($"*may not pass through '{above}'*DIRECTOR_DATA*");
    }

    [Fact]
    public void Root_without_an_account_to_hand_the_server_to_is_told_the_ways_on()
    {
        if (!Environment.IsPrivilegedProcess) return;

        using var data = new TemporaryDirectory();
        var accounts = Path.Combine(data.Path, "passwd");
        File.WriteAllText(accounts, "root:x:0:0:root:/root:/bin/sh\n");

        var choosing = () => ServerAccount.Choose(new ServerFolders(data.Path), accounts);

        choosing.Should().Throw<EmbeddedPostgresException>().WithMessage("*postgres or nobody*DATABASE_URL*");
    }

    private static string? OtherAccount => Environment.IsPrivilegedProcess ? Account : null;

    private static void GiveTo(string folder)
    {
        if (!Environment.IsPrivilegedProcess) return;

        var account = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Single(fields => fields[0] == Account);
        UnixCalls.ChangeOwner(
            folder,
            int.Parse(account[2], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(account[3], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The test program where every account can read it, wherever the sources stand.</summary>
    private sealed class ReachableProgram : IDisposable
    {
        public ReachableProgram()
        {
            Folder = Directory.CreateTempSubdirectory("director-program-").FullName;
            File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("755", 8));
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
            Process.Start("cp", ["-a", ServerBinaries.Find(null).Folder, Path.Combine(Folder, "postgres")]).WaitForExit();
        }

        public string Folder { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
