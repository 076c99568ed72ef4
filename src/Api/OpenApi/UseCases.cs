using Director.Application.Common;
using FluentValidation;

namespace Director.Api.OpenApi;

/// <summary>Finds the use case behind an operation: both have one name.</summary>
internal sealed class UseCases(IServiceProvider services)
{
    private readonly Dictionary<string, Type> byName = typeof(OperationName).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && Answers(t, typeof(IUseCase<>)))
        .GroupBy(OperationName.Of, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The request type of an operation; null when the operation is not one use case.</summary>
    internal Type? Find(string? operationId) => operationId is not null && byName.TryGetValue(operationId, out var found) ? found : null;

    /// <summary>The rules that a request type's fields must keep, if it has any.</summary>
    internal IValidator? Rules(Type request) => (IValidator?)services.GetService(typeof(IValidator<>).MakeGenericType(request));

    internal static bool Changes(Type request) => Answers(request, typeof(ICommand<>));

    private static bool Answers(Type type, Type kind) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind);
}
