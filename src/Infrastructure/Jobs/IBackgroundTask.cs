using Director.Application.Common.Ports;

namespace Director.Infrastructure.Jobs;

/// <summary>One kind of background work.</summary>
internal interface IBackgroundTask
{
    /// <summary>Which, as it was asked for.</summary>
    string Kind { get; }

    /// <summary>How many pieces of it one process does at once.</summary>
    int AtOnce { get; }

    /// <summary>Does it and ends the turn. Whatever it throws is tried again later.</summary>
    /// <param name="turn">The turn; its claim is kept alive meanwhile.</param>
    /// <param name="ct">Cancelled when the claim is lost or the process stops.</param>
    /// <returns>Null when it is over; else how long to wait before it is tried again.</returns>
    Task<TimeSpan?> RunAsync(WorkTurn turn, CancellationToken ct);

    /// <summary>It broke off too often: notes that nothing comes of it and ends the turn.</summary>
    Task GiveUpAsync(WorkTurn turn, string why, CancellationToken ct);
}
