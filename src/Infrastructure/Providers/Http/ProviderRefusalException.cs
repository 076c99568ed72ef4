using Director.Domain.Generation;

namespace Director.Infrastructure.Providers.Http;

/// <summary>The end of an attempt that can be named: the provider's refusal, or our own before anything was sent.</summary>
internal sealed class ProviderRefusalException(GenerationFailure failure, Money? cost = null) : Exception(failure.Message)
{
    internal GenerationFailure Failure { get; } = failure;

    internal Money? Cost { get; } = cost;
}
