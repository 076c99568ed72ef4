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

    /// <summary>Brings an older or empty schema to the given migration, as its owner.</summary>
    public static async Task ApplyUpToAsync(string ownerConnectionString, string migration, CancellationToken cancellationToken)
    {
        await using var context = Context(ownerConnectionString);
        await context.Database.MigrateAsync(migration, cancellationToken);
    }

    /// <summary>Every table and view that the migrations make.</summary>
    public static IReadOnlyCollection<string> Tables
    {
        get
        {
            using var context = Context("Host=none");
            return [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct(), .. MadeBySql];
        }
    }

    /// <summary>Those that no entity stands for.</summary>
    private static readonly string[] MadeBySql =
    [
        "asset_search", "qrtz_job_details", "qrtz_triggers", "qrtz_simple_triggers", "qrtz_cron_triggers", "qrtz_simprop_triggers", "qrtz_blob_triggers",
        "qrtz_calendars", "qrtz_paused_trigger_grps", "qrtz_paused_job_grps", "qrtz_fired_triggers", "qrtz_scheduler_state", "qrtz_locks",
        "qrtz_execution_history", "qrtz_misfire_history", "qrtz_job_status",
    ];

    private static DirectorDbContext Context(string connectionString) => new(
        new DbContextOptionsBuilder<DirectorDbContext>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options,
        new Nobody());
}
