namespace Director.Api.OpenApi;

/// <summary>Says which use case an endpoint runs when its name does not: two addresses may run one.</summary>
/// <param name="Request">The request type.</param>
internal sealed record RunsUseCase(Type Request);

/// <summary>Marks endpoints.</summary>
internal static class RunsUseCaseExtensions
{
    /// <summary>The endpoint runs <typeparamref name="TRequest"/>.</summary>
    internal static RouteHandlerBuilder Runs<TRequest>(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RunsUseCase(typeof(TRequest)));
}
