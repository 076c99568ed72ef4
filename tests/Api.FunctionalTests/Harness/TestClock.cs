namespace Director.Api.FunctionalTests.Harness;

/// <summary>The real clock, that a test can put forward. It never goes back within a test.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;

    internal void Reset() => ahead = TimeSpan.Zero;
}
