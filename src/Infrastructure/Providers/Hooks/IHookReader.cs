using Director.Application.Generation;

namespace Director.Infrastructure.Providers.Hooks;

/// <summary>Reads one provider's reports.</summary>
internal interface IHookReader
{
    /// <summary>How far a report's time may be from ours; older ones are somebody's recording.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The provider's id for the work that the report is about; null when the report is not the provider's, or not readable.</summary>
    Task<string?> ReadAsync(ProviderHookCall call, CancellationToken ct);

    /// <summary>Whether an id in our rows is the one that the provider reports.</summary>
    bool IsSame(string known, string reported) => known == reported;
}
