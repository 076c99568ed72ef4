using Director.Application.Common.Json;
using Director.Application.Common.Ports;
using Director.Domain.Common;

namespace Director.Application.Common.Behaviours;

/// <summary>What <see cref="IdempotencyBehaviour{TRequest,TResponse}"/> does, for commands that have bytes to put away before their transaction begins.</summary>
internal static class OnceByKey
{
    /// <summary>Within a unit of work: acts once for the caller's key, if it sent one, and answers repeats with the first answer.</summary>
    /// <param name="asked">Whatever makes two requests the same.</param>
    internal static async Task<Result<T>> OnceAsync<T>(this IIdempotencyStore store, ICaller caller, string operation, object asked, Func<Task<Result<T>>> act, CancellationToken ct)
    {
        if (caller.IdempotencyKey is not { } key) return await act();
        var answers = new AnswerJson<T>();
        var hash = RequestHash.Of(asked);
        if (await store.ClaimAsync(operation, key, hash, ct) is { } earlier)
            return earlier.RequestHash.AsSpan().SequenceEqual(hash) ? answers.Read(earlier.Answer) : IdempotencyErrors.OtherRequest;
        var answer = await act();
        if (answer.Error is null) await store.KeepAsync(operation, key, answers.Write(answer), ct);
        return answer;
    }
}
