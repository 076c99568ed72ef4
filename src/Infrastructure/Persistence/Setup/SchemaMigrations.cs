using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>The migrations this version carries, for <see cref="DatabaseSetup"/>.</summary>
public static class SchemaMigrations
{
    /// <summary>Their ids, oldest first. Read from the classes themselves: asking EF costs a start the better part of a
    /// second, and most starts have nothing to migrate.</summary>
    public static IReadOnlyCollection<string> Ids { get; } =
    [
        .. typeof(SchemaMigrations).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>().Order(StringComparer.Ordinal),
    ];

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
