using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>What a restore has to know of the schema: how to make an older one, and which tables are its own.</summary>
internal static class SchemaTables
{
    /// <summary>Those that the migrations make by SQL of their own.</summary>
    private static readonly string[] MadeBySql =
    [
        "asset_search", "qrtz_job_details", "qrtz_triggers", "qrtz_simple_triggers", "qrtz_cron_triggers", "qrtz_simprop_triggers", "qrtz_blob_triggers",
        "qrtz_calendars", "qrtz_paused_trigger_grps", "qrtz_paused_job_grps", "qrtz_fired_triggers", "qrtz_scheduler_state", "qrtz_locks",
        "qrtz_execution_history", "qrtz_misfire_history", "qrtz_job_status",
        "security_events", "data_protection_keys", "passkey_challenges", "generation_turns", "provider_health",
    ];

    /// <summary>Every table that Director's migrations make.</summary>
    internal static IReadOnlyCollection<string> Own
    {
        get
        {
            using var context = Context("Host=none");
            return [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct(), .. MadeBySql];
        }
    }

    /// <summary>Brings an older or empty schema to the given migration, as its owner.</summary>
    internal static async Task MigrateToAsync(string ownerConnectionString, string migration, CancellationToken cancellationToken)
    {
        await using var context = Context(ownerConnectionString);
        await context.Database.MigrateAsync(migration, cancellationToken);
    }

    private static DirectorDbContext Context(string connectionString) => new(
        new DbContextOptionsBuilder<DirectorDbContext>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options, new Nobody());
}
