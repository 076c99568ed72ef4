using Director.Domain.Common;

namespace Director.Application.Common.Ports;

/// <summary>One transaction: everything a command changed, its record and the film's new revision, or nothing.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs <paramref name="work"/> in a transaction of the caller's workspace and commits it unless it is refused. Retried as a whole when the database asks for it.</summary>
    /// <param name="operation">What the record calls it: the operationId.</param>
    /// <param name="work">Loads, changes, answers.</param>
    /// <param name="ct">Cancels.</param>
    Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> work, CancellationToken ct) where T : IRefusable<T>;

    /// <summary>Runs a part of the unit of work that may be refused by itself: then only this part is undone, and everything loaded so far has to be loaded again.</summary>
    Task<T> StepAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken ct) where T : IRefusable<T>;

    /// <summary>Writes what has changed so far, so that the next statement sees it; still one transaction.</summary>
    Task FlushAsync(CancellationToken ct);
}
