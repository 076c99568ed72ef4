namespace Director.Infrastructure.Jobs;

/// <summary>Wakes this process's <see cref="WorkPump"/>: there is work, or a place has become free.</summary>
internal sealed class WorkSignal : Signal
{
    /// <summary>The channel on which processes tell each other.</summary>
    internal const string Channel = "director_work";
}
