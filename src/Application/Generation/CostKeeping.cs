using Director.Domain.Assets;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Keeps the cost that an asset shows in step with what its generations have cost.</summary>
internal static class CostKeeping
{
    /// <summary>Adds what the generation's cost has grown by, failed and cancelled attempts included.</summary>
    /// <param name="subject">What it is made for, loaded and locked; null when that is gone.</param>
    /// <param name="run">The generation, after the change.</param>
    /// <param name="before">What it had cost before.</param>
    internal static void Keep(Asset? subject, GenerationRun run, decimal before)
    {
        var grown = run.CostAmount - before;
        if (grown != 0) subject?.Costs(grown, run.Currency);
    }
}
