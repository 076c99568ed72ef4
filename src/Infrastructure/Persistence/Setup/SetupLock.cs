using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>One node at a time sets a database up. The lock belongs to the connection and ends with it.</summary>
internal static class SetupLock
{
    /// <summary>The number is arbitrary; it only has to be the same in every Director, for ever.</summary>
    private const long Key = 0x4469_7265_6374_6F72;

    internal static async Task TakeAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        var nextWord = TimeSpan.FromSeconds(5);
        while (!await Sql.ScalarAsync<bool>(connection, "SELECT pg_try_advisory_lock($1)", cancellationToken, Key))
        {
            if (waiting.Elapsed > nextWord)
            {
                logger.LogInformation("Another Director is setting this database up; waiting for it ({Seconds} s)", (int)waiting.Elapsed.TotalSeconds);
                nextWord += TimeSpan.FromSeconds(10);
            }

            await Task.Delay(100, cancellationToken);
        }
    }
}
