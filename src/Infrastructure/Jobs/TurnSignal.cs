namespace Director.Infrastructure.Jobs;

/// <summary>Wakes this process's pump: somebody waits for a turn, or a place has become free. Setting it twice is setting it once.</summary>
internal sealed class TurnSignal : Signal
{
    /// <summary>The channel on which processes tell each other.</summary>
    internal const string Channel = "director_turns";
}
