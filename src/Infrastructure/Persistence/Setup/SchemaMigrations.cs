using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>The migrations this version carries, for <see cref="DatabaseSetup"/>.</summary>
public static class SchemaMigrations
{
    /// <summary>Their ids, oldest first.</summary>
    public static IReadOnlyCollection<string> Ids
    {
        get
        {
            using var context = Context("Host=none");
            return [.. context.Database.GetMigrations()];
        }
    }

    /// <summary>Brings the schema up to date as its owner.</summary>
    public static async Task ApplyAsync(string ownerConnectionString, CancellationToken cancellationToken)
    {
        await using var context = Context(ownerConnectionString);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private static DirectorDbContext Context(string connectionString) => new(
        new DbContextOptionsBuilder<DirectorDbContext>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options,
        new Nobody());
}
