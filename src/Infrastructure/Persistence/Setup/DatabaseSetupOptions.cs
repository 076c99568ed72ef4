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
}
