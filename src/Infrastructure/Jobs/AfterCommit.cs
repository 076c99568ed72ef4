using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Director.Infrastructure.Jobs;

/// <summary>What has to wait for the commit: waking workers and streams. Forgotten when the transaction comes to nothing.</summary>
internal sealed class AfterCommit(EventPulse pulse) : DbTransactionInterceptor, IDisposable
{
    private readonly List<IDisposable> waiting = [];

    /// <summary>Disposes something once the current transaction has committed, or has come to nothing.</summary>
    internal void Release(IDisposable held) => waiting.Add(held);

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        ReleaseAll();
        return new(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ReleaseAll();
        pulse.Committed();
        return Task.CompletedTask;
    }

    public void Dispose() => ReleaseAll();

    private void ReleaseAll()
    {
        foreach (var held in waiting) held.Dispose();
        waiting.Clear();
    }
}
