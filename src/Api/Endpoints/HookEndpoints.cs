using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Generation;
using Director.Application.Telegram;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Where providers report of their own accord. Not part of the API for clients: the address and the signature are between the provider and us.</summary>
internal sealed class HookEndpoints : IEndpointGroup
{
    /// <summary>Bytes of a report; those that carry files in them are left to be asked for.</summary>
    private const int Most = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/hooks/{provider}/{token}", ReceiveAsync).WithName("receiveReport").AllowAnonymous().ExcludeFromDescription();
        api.MapPost("/hooks/telegram", HearAsync).WithName("receiveTelegramUpdate").AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok, ProblemHttpResult>> HearAsync(HttpRequest request, ITelegramHook telegram, CancellationToken ct)
    {
        // Before a byte of the body is read, and as if nothing were here.
        if (!telegram.Accepts(request.Headers["X-Telegram-Bot-Api-Secret-Token"] is [{ } secret] ? secret : null)) return Problems.From(SecurityErrors.UnknownRoute);
        if (await ReadAsync(request, ct) is not { } body) return Problems.From(SecurityErrors.TooLarge);
        await telegram.ReceiveAsync(body, ct);
        return TypedResults.Ok();
    }

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(string provider, string token, HttpRequest request, IProviderHooks hooks, CancellationToken ct)
    {
        // Before a byte of the body is read: whoever has no token of ours cannot make us read anything.
        if (!hooks.Knows(provider, token)) return Problems.From(SecurityErrors.UnknownRoute);
        if (await ReadAsync(request, ct) is not { } body) return Problems.From(SecurityErrors.TooLarge);
        var received = await hooks.ReceiveAsync(new ProviderHookCall(provider, token, name => request.Headers[name] is [{ } value] ? value : null, body), ct);
        return received.Error is { } refused ? Problems.From(refused) : TypedResults.Ok();
    }

    /// <summary>The raw bytes; null when there are too many.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Most) return null;
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > Most) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
