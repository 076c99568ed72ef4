using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The PostgreSQL that Director runs itself when it is given none. It ends with this object, or with the
/// process; should the server process die meanwhile, it is started again at the same address.</summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private const string DatabaseName = "director";
    private static readonly TimeSpan JoinPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ILogger logger;
    private readonly Func<CancellationToken, Task<Postmaster>>? start;
    private readonly DirectoryLock? directoryLock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task supervision;
    private volatile Postmaster? postmaster;
    private int disposed;

    private EmbeddedPostgresServer(
        string ownerConnectionString, DirectoryLock? directoryLock, Postmaster? postmaster,
        Func<CancellationToken, Task<Postmaster>>? start, ILogger logger)
    {
        OwnerConnectionString = ownerConnectionString;
        this.directoryLock = directoryLock;
        this.postmaster = postmaster;
        this.start = start;
        this.logger = logger;
        AppDomain.CurrentDomain.ProcessExit += StopWithTheProcess;
        supervision = postmaster is null ? Task.CompletedTask : SuperviseAsync();
    }

    /// <summary>Connects as the owner of the database, who may change the schema. The password is in it: never log it.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>The server's process id; null when the server belongs to another Director process.</summary>
    public int? ProcessId => postmaster?.ProcessId;

    /// <summary>Starts the server of a data directory, making the database the first time, and returns once it accepts
    /// connections. A server left behind by a killed Director is stopped first.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot run here; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folders = new ServerFolders(options.DataDirectory);
        var account = ServerAccount.Choose(folders);
        var installed = ServerBinaries.Find(options.BinariesDirectory);
        CreateFolders(folders, account);

        var directoryLock = DirectoryLock.TryTake(folders.Lock);
        if (directoryLock is null)
        {
            return options.JoinRunning ? await JoinAsync(folders, account, installed, logger, cancellationToken) : throw InUse(folders);
        }

        try
        {
            var binaries = installed.ReadyToRun(folders, account);
            var program = new ServerProgram(binaries, folders, account);
            await new StaleServer(folders, program, logger).ClearAsync(cancellationToken);
            var password = await new ClusterInitializer(folders, account, binaries, program).EnsureAsync(cancellationToken);

            var endpoint = ServerEndpoint.Choose(folders);
            Task<Postmaster> Start(CancellationToken token) =>
                Postmaster.StartAsync(program, folders, endpoint, options.Settings, logger, token);
            var postmaster = await StartPatientlyAsync(Start, cancellationToken);
            var server = new EmbeddedPostgresServer(
                endpoint.ConnectionString(DatabaseName, password).ConnectionString, directoryLock, postmaster, Start, logger);
            try
            {
                await CreateDatabaseAsync(endpoint.ConnectionString("postgres", password), cancellationToken);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }

            return server;
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server in order and frees the data directory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;

        AppDomain.CurrentDomain.ProcessExit -= StopWithTheProcess;
        await stopping.CancelAsync();
        await supervision;
        if (postmaster is { } running)
        {
            await running.StopAsync();
            running.Dispose();
        }

        // A server started here again has the same address; connections kept from this one would all be broken.
        await using var pool = new NpgsqlConnection(OwnerConnectionString);
        NpgsqlConnection.ClearPool(pool);
        directoryLock?.Dispose();
        stopping.Dispose();
    }

    private static void CreateFolders(ServerFolders folders, ServerAccount account)
    {
        try
        {
            folders.Create(account);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data directory '{folders.DataRoot}' cannot be written ({exception.Message}). Give another by DIRECTOR_DATA.",
                exception);
        }
    }

    private static EmbeddedPostgresException InUse(ServerFolders folders) => new(
        $"Another Director (process {DirectoryLock.Holder(folders.Lock)}) already runs on the data directory "
        + $"'{folders.DataRoot}'. Stop it first, or give this one a directory of its own by DIRECTOR_DATA.");

    private static async Task<EmbeddedPostgresServer> JoinAsync(
        ServerFolders folders, ServerAccount account, ServerBinaries binaries, ILogger logger, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < JoinPatience)
        {
            if (PostmasterPidFile.Read(folders.PidFile) is { IsReady: true } running)
            {
                var program = new ServerProgram(binaries, folders, account);
                var password = new ClusterInitializer(folders, account, binaries, program).ReadPassword();
                var connection = ServerEndpoint.Of(folders, running).ConnectionString(DatabaseName, password);
                return new EmbeddedPostgresServer(connection.ConnectionString, null, null, null, logger);
            }

            await Task.Delay(50, cancellationToken);
        }

        throw InUse(folders);
    }

    /// <summary>After a crash the kernel may take a moment to free what the dead server shared with its children.</summary>
    private static async Task<Postmaster> StartPatientlyAsync(
        Func<CancellationToken, Task<Postmaster>> start, CancellationToken cancellationToken)
    {
        const int attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await start(cancellationToken);
            }
            catch (EmbeddedPostgresException exception) when (
                attempt < attempts && exception.Message.Contains("shared memory block", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnectionStringBuilder maintenance, CancellationToken cancellationToken)
    {
        maintenance.Pooling = false;
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection)
        {
            Parameters = { new NpgsqlParameter { Value = DatabaseName } },
        };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null) return;

        await using var create = new NpgsqlCommand($"CREATE DATABASE {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task SuperviseAsync()
    {
        while (true)
        {
            await Task.WhenAny(postmaster!.Exited, Task.Delay(Timeout.Infinite, stopping.Token));
            if (stopping.IsCancellationRequested) return;

            logger.LogError("The embedded PostgreSQL ended unexpectedly; starting it again");
            if (!await RestartAsync()) return;
            logger.LogInformation("The embedded PostgreSQL runs again");
        }
    }

    private async Task<bool> RestartAsync()
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var restarted = await start!(stopping.Token);
                postmaster!.Dispose();
                postmaster = restarted;
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
            catch (EmbeddedPostgresException exception)
            {
                logger.LogWarning("The embedded PostgreSQL does not start yet: {Reason}", exception.Message);
                await Task.WhenAny(Task.Delay(pause, stopping.Token));
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        return false;
    }

    private void StopWithTheProcess(object? sender, EventArgs arguments)
    {
        stopping.Cancel();
        postmaster?.StopNow();
    }
}
