using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>The two ways into the database.</summary>
/// <param name="Owner">The owner's connection string: migrations, and the tests' cleaning.</param>
/// <param name="App">The unprivileged role's connection string: everything the server does.</param>
public sealed record DatabaseConnections(Secret Owner, Secret App);
