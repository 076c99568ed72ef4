using Director.Application.Common;
using FluentValidation;
using Microsoft.AspNetCore.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Finds the use case behind an operation: both have one name, or the endpoint says which one it runs.</summary>
internal sealed class UseCases(IServiceProvider services)
{
    private readonly Dictionary<string, Type> byName = typeof(OperationName).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && Answers(t, typeof(IUseCase<>)))
        .GroupBy(OperationName.Of, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The request type of an operation; null when the operation is not one use case.</summary>
    internal Type? Find(OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RunsUseCase>().LastOrDefault() is { } said) return said.Request;
        return metadata.OfType<IEndpointNameMetadata>().LastOrDefault() is { } named && byName.TryGetValue(named.EndpointName, out var found) ? found : null;
    }

    /// <summary>The rules that a request type's fields must keep, if it has any.</summary>
    internal IValidator? Rules(Type request) => (IValidator?)services.GetService(typeof(IValidator<>).MakeGenericType(request));

    /// <summary>Whether it is done once however often it is sent with the same key.</summary>
    internal static bool IsIdempotentByKey(Type request) => Answers(request, typeof(ICommand<>)) && (!typeof(IOwnTransaction).IsAssignableFrom(request) || typeof(IRepeatableByKey).IsAssignableFrom(request));

    private static bool Answers(Type type, Type kind) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind);
}
