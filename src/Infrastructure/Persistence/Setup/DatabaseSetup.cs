using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>Makes a database ready for this version of Director: refuses what is not Director's, migrates under a lock,
/// and makes the role the server works as. Running it again changes nothing; several nodes may run it at once.</summary>
public sealed class DatabaseSetup(ILogger logger)
{
    private const int OldestVersion = 15;
    private const int NewestVersion = 18;

    /// <summary>Sets the database up.</summary>
    /// <param name="options">Which database, and what is known of it.</param>
    /// <param name="migrate">Brings the schema up to date, given the owner's connection string.</param>
    /// <param name="cancellationToken">Stops the set-up between two steps.</param>
    /// <returns>The connection strings of the owner and of the role the server works as.</returns>
    /// <exception cref="DatabaseSetupException">The database cannot be used as it is.</exception>
    public async Task<DatabaseConnections> RunAsync(
        DatabaseSetupOptions options, Func<string, CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(migrate);
        await using var owner = await OpenAsync(options, cancellationToken);
        CheckVersion(owner);
        if (!options.Fresh) (await DatabaseContents.ReadAsync(owner, cancellationToken)).Check(options.Migrations);

        await SetupLock.TakeAsync(owner, logger, cancellationToken);
        var contents = await DatabaseContents.ReadAsync(owner, cancellationToken);
        if (options.Fresh) await EmptyAsync(owner, contents, cancellationToken);
        else contents.Check(options.Migrations);

        IReadOnlyList<string> applied = options.Fresh ? [] : contents.Applied;
        await CreateHistoryAsync(owner, contents.Schema, cancellationToken);
        if (options.Migrations.Except(applied).Any())
            await new GuardedMigration(owner, options, logger).RunAsync(contents, migrate, cancellationToken);

        var role = AppRole.For(options, owner);
        await role.EnsureAsync(owner, cancellationToken);
        await new AppRoleGrants(contents.Schema, role.Name).ApplyAsync(owner, cancellationToken);
        await CheckRoleAsync(role, cancellationToken);
        return new DatabaseConnections(options.Owner, role.ConnectionString);
    }

    /// <summary>The tables <see cref="DatabaseSetupOptions.Fresh"/> would delete.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(DatabaseSetupOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var owner = await new DatabaseSetup(NullLogger.Instance).OpenAsync(options, cancellationToken);
        return (await DatabaseContents.ReadAsync(owner, cancellationToken)).Tables;
    }

    /// <summary>Looks at the database without changing it.</summary>
    /// <returns>A few words on its version and how far its schema is.</returns>
    /// <exception cref="DatabaseSetupException">It cannot be used as it is.</exception>
    public static async Task<string> ExamineAsync(DatabaseSetupOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var owner = await new DatabaseSetup(NullLogger.Instance).OpenAsync(options, cancellationToken);
        CheckVersion(owner);
        var contents = await DatabaseContents.ReadAsync(owner, cancellationToken);
        contents.Check(options.Migrations);
        var missing = options.Migrations.Except(contents.Applied).Count();
        return $"PostgreSQL {owner.PostgreSqlVersion}, " + (missing == 0 ? "up to date" : $"{missing} migrations to come at the next start");
    }

    /// <summary>Reads how a database is used, without changing it.</summary>
    /// <exception cref="DatabaseSetupException">It cannot be used as it is.</exception>
    public static async Task<DatabaseState> ReadAsync(DatabaseSetupOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var owner = await new DatabaseSetup(NullLogger.Instance).OpenAsync(options, cancellationToken);
        CheckVersion(owner);
        var contents = await DatabaseContents.ReadAsync(owner, cancellationToken);
        contents.Check(options.Migrations);
        return await DatabaseState.ReadAsync(owner, contents, cancellationToken);
    }

    /// <summary>Every way in which the role that the server works as could get round the walls between workspaces; empty is what must be.</summary>
    /// <returns>The role's name, and the ways in words.</returns>
    public static async Task<(string Role, IReadOnlyList<string> Ways)> FindWaysAsync(DatabaseSetupOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var owner = await new DatabaseSetup(NullLogger.Instance).OpenAsync(options, cancellationToken);
        var role = AppRole.For(options, owner);
        await using var app = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(role.ConnectionString.Reveal()) { Pooling = false }.ConnectionString);
        await app.OpenAsync(cancellationToken);
        return (role.Name, await AppRoleCheck.FindWaysAsync(app, cancellationToken));
    }

    /// <summary>Waits until no other Director sets the database up, and keeps them waiting as long as the connection is open.</summary>
    internal Task LockAsync(NpgsqlConnection owner, CancellationToken cancellationToken) => SetupLock.TakeAsync(owner, logger, cancellationToken);

    private async Task<NpgsqlConnection> OpenAsync(DatabaseSetupOptions options, CancellationToken cancellationToken)
    {
        // Its own physical connection: what it locks must not travel through a pool.
        var address = new NpgsqlConnectionStringBuilder(options.Owner.Reveal()) { Pooling = false };
        var waiting = Stopwatch.StartNew();
        var said = false;
        while (true)
        {
            var connection = new NpgsqlConnection(address.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (NpgsqlException exception)
            {
                await connection.DisposeAsync();
                if (!IsStillComing(exception) || waiting.Elapsed > options.Patience) throw Unreachable(address, exception);
            }

            if (!said) logger.LogInformation("Waiting for the database at {Host}:{Port}", address.Host, address.Port);
            said = true;
            await Task.Delay(250, cancellationToken);
        }
    }

    private static bool IsStillComing(NpgsqlException exception) =>
        exception is not PostgresException refusal ? exception.InnerException is System.Net.Sockets.SocketException or IOException or TimeoutException
        : refusal.SqlState == PostgresErrorCodes.CannotConnectNow;

    private static DatabaseSetupException Unreachable(NpgsqlConnectionStringBuilder address, NpgsqlException exception)
    {
        var reason = exception is PostgresException refusal ? refusal.MessageText : exception.InnerException?.Message ?? exception.Message;
        return new DatabaseSetupException(
            $"The database '{address.Database}' at {address.Host}:{address.Port} cannot be reached as '{address.Username}': {reason}. Check DATABASE_URL.",
            exception);
    }

    private static void CheckVersion(NpgsqlConnection owner)
    {
        var version = owner.PostgreSqlVersion;
        if (version.Major is >= OldestVersion and <= NewestVersion) return;

        throw new DatabaseSetupException(
            $"The database server is PostgreSQL {version}; Director works with PostgreSQL {OldestVersion} to {NewestVersion}. Nothing was changed.");
    }

    private async Task EmptyAsync(NpgsqlConnection owner, DatabaseContents contents, CancellationToken cancellationToken)
    {
        logger.LogInformation("Deleting everything in schema {Schema} ({Tables} tables)", contents.Schema, contents.Tables.Count);
        var schema = Sql.Identifier(contents.Schema);
        try
        {
            await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
            await Sql.ExecuteAsync(owner, $"DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseSetupException(
                $"The role of DATABASE_URL may not empty the schema {contents.Schema} ({exception.MessageText}). Nothing was deleted. "
                + "Let its owner do it, or name an empty database by DATABASE_URL.",
                exception);
        }
    }

    /// <summary>The columns are named as the model's naming convention names them. Made before the first migration,
    /// because EF asks the history first and logs an error when there is none.</summary>
    private static Task CreateHistoryAsync(NpgsqlConnection owner, string schema, CancellationToken cancellationToken) => Sql.ExecuteAsync(
        owner,
        $"""
        CREATE TABLE IF NOT EXISTS {Sql.Identifier(schema)}.{Sql.Identifier(DatabaseContents.History)} (
            migration_id character varying(150) NOT NULL,
            product_version character varying(32) NOT NULL,
            CONSTRAINT {Sql.Identifier($"pk_{DatabaseContents.History}")} PRIMARY KEY (migration_id))
        """,
        cancellationToken);

    private static async Task CheckRoleAsync(AppRole role, CancellationToken cancellationToken)
    {
        var once = new NpgsqlConnectionStringBuilder(role.ConnectionString.Reveal()) { Pooling = false };
        await using var app = new NpgsqlConnection(once.ConnectionString);
        await app.OpenAsync(cancellationToken);
        var ways = await AppRoleCheck.FindWaysAsync(app, cancellationToken);
        if (ways.Count == 0) return;

        throw new DatabaseSetupException(
            $"The role {role.Name} could get round the walls between workspaces: {string.Join("; ", ways)}. "
            + "Name another role by DATABASE_APP_URL, or leave it out and let Director make one.");
    }
}
