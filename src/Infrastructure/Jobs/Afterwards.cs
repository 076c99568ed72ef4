namespace Director.Infrastructure.Jobs;

/// <summary>Something to do when a transaction is over, for <see cref="AfterCommit"/>. Harmless when it has come to nothing.</summary>
internal sealed class Afterwards(Action act) : IDisposable
{
    public void Dispose() => act();
}
