using Director.Domain.Generation;

namespace Director.Infrastructure.Providers.Http;

/// <summary>A call to a provider had no answer that can be read: the network, the time or the answer itself. Never carries a secret.</summary>
/// <param name="failure">What a crew is told, should it come to that.</param>
/// <param name="neverArrived">Whether the call surely did not reach the provider, so that nothing can have begun there.</param>
internal sealed class ProviderTroubleException(GenerationFailure failure, bool neverArrived, Exception? inner = null) : Exception(failure.Message, inner)
{
    internal GenerationFailure Failure { get; } = failure;

    internal bool NeverArrived { get; } = neverArrived;
}
