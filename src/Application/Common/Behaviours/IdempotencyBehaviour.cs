using System.Text.Json;
using Director.Application.Common.Json;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>
/// Makes a command that comes with an <c>Idempotency-Key</c> happen once: the key is claimed before anything else in the transaction and
/// the answer is kept with what it changed, so either both are there or neither. A repeat gets the same answer; a refusal keeps nothing.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(ICaller caller, IIdempotencyStore store)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    private static readonly bool Repeatable = !typeof(IOwnTransaction).IsAssignableFrom(typeof(TRequest))
        && typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static readonly IAnswerJson<TResponse>? Answers = Repeatable
        ? (IAnswerJson<TResponse>)Activator.CreateInstance(typeof(AnswerJson<>).MakeGenericType(typeof(TResponse).GetGenericArguments()[0]))!
        : null;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Answers is null || caller is not { IdempotencyKey: { } key, UserId: not null, WorkspaceId: not null }) return await next();

        var operation = OperationName.Of<TRequest>();
        var hash = RequestHash.Of(request);
        if (await store.ClaimAsync(operation, key, hash, cancellationToken) is { } earlier)
            return earlier.RequestHash.AsSpan().SequenceEqual(hash) ? Answers.Read(earlier.Answer) : TResponse.Refused(IdempotencyErrors.OtherRequest);

        var response = await next();
        if (response.Error is null) await store.KeepAsync(operation, key, Answers.Write(response), cancellationToken);
        return response;
    }
}

/// <summary>Refusals that concern repeated requests.</summary>
public static class IdempotencyErrors
{
    /// <summary>The key was used for something else.</summary>
    public static readonly Error OtherRequest = new("idempotency.otherRequest", "This Idempotency-Key was used for another request; a new request needs a new key.");
}

/// <summary>Writes and reads the value within a response whose value type only the closed behaviour knows.</summary>
internal interface IAnswerJson<TResponse>
{
    string Write(TResponse response);

    TResponse Read(string json);
}

internal sealed class AnswerJson<T> : IAnswerJson<Result<T>>
{
    public string Write(Result<T> response) => JsonSerializer.Serialize(response.Value, AssetDetailsJson.Options);

    public Result<T> Read(string json) => Result<T>.Of(JsonSerializer.Deserialize<T>(json, AssetDetailsJson.Options)!);
}
