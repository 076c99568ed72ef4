using Director.Domain.Common;

namespace Director.Application.Generation;

/// <summary>A call that claims to come from a provider; nothing of it is believed yet.</summary>
/// <param name="Provider">The slug in the address.</param>
/// <param name="Token">The callback token in the address.</param>
/// <param name="Headers">By name, whatever their case; null when absent.</param>
/// <param name="Body">The raw bytes, exactly as they came: they are what is signed.</param>
public sealed record ProviderHookCall(string Provider, string Token, Func<string, string?> Headers, ReadOnlyMemory<byte> Body);

/// <summary>Takes in what providers report of their own accord.</summary>
public interface IProviderHooks
{
    /// <summary>Whether a token was made here for this provider. Cheap; asked before a body is read.</summary>
    bool Knows(string provider, string token);

    /// <summary>
    /// Checks the signature and, when it holds, has the generation looked at at once. The report itself decides nothing: the provider is asked,
    /// as it would be anyway, so a report that comes twice, late or out of order changes nothing.
    /// </summary>
    /// <returns>Done also when there is nothing left to do; <c>hook.refused</c> when it is not the provider's.</returns>
    Task<Result<Done>> ReceiveAsync(ProviderHookCall call, CancellationToken ct);
}
