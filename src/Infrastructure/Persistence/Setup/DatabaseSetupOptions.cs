using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>What the set-up of a database needs to know.</summary>
public sealed record DatabaseSetupOptions
{
    /// <summary>Npgsql's connection string of the owner, who may change the schema; a superuser's will do.</summary>
    public required Secret Owner { get; init; }

    /// <summary>Npgsql's connection string of the role the server is to work as; null lets Director make one.</summary>
    public Secret? App { get; init; }

    /// <summary>The password of the role Director makes is derived from this, so that nodes which share it agree.</summary>
    public required Secret SecretKey { get; init; }

    /// <summary>The ids of all migrations this version carries, oldest first.</summary>
    public required IReadOnlyCollection<string> Migrations { get; init; }

    /// <summary>Empties the schema first, whatever it holds. Everything in it is lost.</summary>
    public bool Fresh { get; init; }

    /// <summary>How long a database that is not there yet is waited for: started together, it may come second.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called before data that is there already is migrated, with the first migration to come.</summary>
    /// <returns>Where the data was backed up to, as it is told to the person at the terminal.</returns>
    public Func<DatabaseBackupRequest, CancellationToken, Task<string>>? BackUp { get; init; }
}

/// <summary>Data that is about to be migrated.</summary>
/// <param name="Owner">A connection of the database's owner, on which nothing is under way.</param>
/// <param name="Applied">The migrations the data fit, oldest first.</param>
/// <param name="Next">The first migration to come.</param>
public sealed record DatabaseBackupRequest(Npgsql.NpgsqlConnection Owner, IReadOnlyList<string> Applied, string Next);
