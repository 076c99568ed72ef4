using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Director.Infrastructure.Persistence.Setup;

namespace Director.Api.Hosting;

/// <summary>The database of one run: given or embedded, set up and ready. Disposing stops the embedded one.</summary>
internal sealed class DirectorDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? embedded;

    private DirectorDatabase(EmbeddedPostgresServer? embedded, DatabaseSetupOptions options, ILogger logger)
    {
        this.embedded = embedded;
        Options = options;
        Setup = new DatabaseSetup(logger);
    }

    internal DatabaseSetupOptions Options { get; }

    private DatabaseSetup Setup { get; }

    /// <summary>Makes sure that a server runs.</summary>
    /// <param name="settings">Which one.</param>
    /// <param name="joinRunning">Whether the embedded server of a running Director will do.</param>
    /// <param name="logger">Told about what takes long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<DirectorDatabase> OpenAsync(
        DirectorSettings settings, bool joinRunning, ILogger logger, CancellationToken cancellationToken)
    {
        var embedded = settings.DatabaseOwner is null
            ? await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = settings.DataDirectory, JoinRunning = joinRunning }, logger, cancellationToken)
            : null;
        var options = new DatabaseSetupOptions
        {
            Owner = settings.DatabaseOwner ?? new Secret(embedded!.OwnerConnectionString),
            App = settings.DatabaseApp,
            SecretKey = settings.SecretKey,
            Migrations = SchemaMigrations.Ids,
            BackUp = new MigrationBackups(settings.BackupDirectory, settings.SecretKey, TimeProvider.System).WriteAsync,
        };
        return new DirectorDatabase(embedded, options, logger);
    }

    /// <summary>Migrates and makes the server's role.</summary>
    internal Task<DatabaseConnections> SetUpAsync(bool fresh, CancellationToken cancellationToken) =>
        Setup.RunAsync(Options with { Fresh = fresh }, SchemaMigrations.ApplyAsync, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
    }
}
