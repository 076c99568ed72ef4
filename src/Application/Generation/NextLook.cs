using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>When work at a provider is looked at again.</summary>
internal static class NextLook
{
    /// <summary>Never asked again sooner: a provider that says "now" is not asked in a loop.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);

    /// <summary>The next look is not later than the deadline, and not at once.</summary>
    internal static TimeSpan In(GenerationRun run, TimeSpan wished, DateTimeOffset now)
    {
        var left = run.DeadlineAt is { } deadline && deadline - now < wished ? deadline - now : wished;
        return left > Soonest ? left : Soonest;
    }
}
