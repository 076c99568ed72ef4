using System.Globalization;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Api.Cli;

/// <summary>What <c>doctor</c> says of the database: version, migrations, the server's role, the walls between workspaces, the clock. Changes nothing.</summary>
internal static class DatabaseCheck
{
    /// <summary>More than this between two clocks makes leases and sign-ins end early or late.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(2);

    internal static async Task<IReadOnlyList<Finding>> ExamineAsync(DirectorSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, NullLogger.Instance, cancellationToken);
            var options = database.Options with { Patience = TimeSpan.Zero };
            var address = new NpgsqlConnectionStringBuilder(options.Owner.Reveal());
            var words = await DatabaseSetup.ExamineAsync(options, cancellationToken);
            var state = await DatabaseSetup.ReadAsync(options, cancellationToken);
            var missing = options.Migrations.Except(state.Applied).ToList();
            return
            [
                new("database", Finding.Good, $"{(settings.DatabaseOwner is null ? "embedded" : $"{address.Host}:{address.Port}")}, {words}"),
                missing.Count == 0
                    ? new("migrations", Finding.Good, $"{state.Applied.Count} applied, the last is {state.Applied[^1]}")
                    : new("migrations", state.Applied.Count == 0 ? Finding.Good : Finding.Warning, $"to come at the next start: {string.Join(", ", missing)}"),
                await RoleAsync(options, state, cancellationToken),
                await ClockAsync(options, clock, cancellationToken),
            ];
        }
        catch (Exception exception) when (exception is EmbeddedPostgresException or DatabaseSetupException)
        {
            return [new Finding("database", Finding.Broken, exception.Message)];
        }
    }

    private static async Task<Finding> RoleAsync(DatabaseSetupOptions options, DatabaseState state, CancellationToken cancellationToken)
    {
        const string name = "role and row-level security";
        if (state.Tables.Count == 0) return new(name, Finding.Good, "made at the first start");
        try
        {
            var (role, ways) = await DatabaseSetup.FindWaysAsync(options, cancellationToken);
            return ways.Count == 0
                ? new(name, Finding.Good, $"the server works as {role}, and every table with a workspace is forced to keep workspaces apart")
                : new(name, Finding.Broken, $"workspaces are not kept apart: {string.Join("; ", ways)}. Start Director or run director migrate, which sets its role's rights anew; "
                    + "then see DATABASE_APP_URL in docs/configuration.md");
        }
        catch (NpgsqlException exception)
        {
            return new(name, Finding.Warning, $"the server's role cannot sign in yet ({exception.Message}); the next start makes it or says how");
        }
    }

    private static async Task<Finding> ClockAsync(DatabaseSetupOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Owner.Reveal()) { Pooling = false }.ConnectionString);
        await owner.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", owner);
        var before = clock.GetUtcNow();
        var there = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        var after = clock.GetUtcNow();
        var skew = new DateTimeOffset(DateTime.SpecifyKind(there, DateTimeKind.Utc)) - (before + (after - before) / 2);
        var told = $"the database's is {skew.TotalSeconds.ToString("+0.000;-0.000", CultureInfo.InvariantCulture)} s off this machine's";
        return skew.Duration() <= MostSkew
            ? new("clock", Finding.Good, told)
            : new("clock", Finding.Warning, $"{told}; let both follow the same time server (NTP)");
    }
}
