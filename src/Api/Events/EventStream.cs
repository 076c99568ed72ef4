using System.Text.Json;
using Director.Api.Security;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.Events;
using Director.Domain.Workspaces;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Director.Api.Events;

/// <summary>The log as server-sent events: <c>id:</c> is the event's id, <c>Last-Event-ID</c> goes on from there, <c>event: reset</c> says that too much was missed.</summary>
internal static class EventStream
{
    internal const string ContentType = "text/event-stream";

    private const int PageSize = 200;

    /// <summary>Events a client may have missed and still get; beyond that reading everything anew is cheaper.</summary>
    private const int MostMissed = 1_000;

    private static readonly EventFilter Everything = new() { Limit = PageSize };

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Together with the two seconds that sessions are remembered this ends a stream within five seconds of a sign-out.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(2);

    internal static async Task ServeAsync(HttpContext context, ICaller caller, IEventReader events, IEventPulse pulse, ISessionWatch session, TimeProvider clock, IOptions<JsonOptions> json)
    {
        if (caller.WorkspaceId is not { } workspace)
        {
            await context.RefuseAsync(CallerErrors.NoWorkspace);
            return;
        }

        if (!caller.Permissions.Contains(Permission.Look))
        {
            await context.RefuseAsync(CallerErrors.NotAllowed);
            return;
        }

        var ct = context.RequestAborted;
        using var listener = pulse.Listen(workspace);
        var response = context.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        var writer = new Writer(response, json.Value.SerializerOptions);
        var place = await StartAsync(context.Request, events, writer, ct);
        var beaten = clock.GetTimestamp();
        var open = true;
        while (open)
        {
            var page = await events.ReadAsync(new EventRange(place, null, Newest: false, Everything), ct);
            foreach (var happened in page)
            {
                await writer.EventAsync(happened, ct);
                _ = EventPlace.TryParse(happened.Id, out place);
            }

            if (page.Count > 0 || clock.GetElapsedTime(beaten) >= Heartbeat)
            {
                if (page.Count == 0) await writer.BeatAsync(ct);
                await response.Body.FlushAsync(ct);
                beaten = clock.GetTimestamp();
            }

            if (page.Count < PageSize) await QuietAsync(listener, session, ct);
            open = await session.IsOpenAsync(ct);

            async Task QuietAsync(IEventListener ear, ISessionWatch watch, CancellationToken token)
            {
                while (!await ear.WaitAsync(Recheck, token))
                {
                    if (!await watch.IsOpenAsync(token) || clock.GetElapsedTime(beaten) >= Heartbeat) return;
                }
            }
        }
    }

    /// <summary>Where the stream begins: after what the client saw last, or now.</summary>
    private static async Task<EventPlace> StartAsync(HttpRequest request, IEventReader events, Writer writer, CancellationToken ct)
    {
        var head = await events.HeadAsync(ct);
        var last = request.Headers["Last-Event-ID"] is [{ Length: > 0 } sent, ..] ? sent : request.Query["after"].ToString();
        var resumes = EventPlace.TryParse(last, out var place);
        var missed = resumes ? await events.BehindAsync(place, MostMissed + 1, ct) : null;
        var start = missed <= MostMissed ? place : head;
        await writer.HelloAsync(reset: last.Length > 0 && missed is not <= MostMissed, head, ct);
        return start;
    }

    private sealed class Writer(HttpResponse response, JsonSerializerOptions json)
    {
        internal async Task HelloAsync(bool reset, EventPlace head, CancellationToken ct)
        {
            await response.WriteAsync(reset ? $"event: reset\nid: {head}\ndata: {{}}\n\n" : ": open\n\n", ct);
            await response.Body.FlushAsync(ct);
        }

        internal Task EventAsync(EventDto happened, CancellationToken ct) =>
            response.WriteAsync($"id: {happened.Id}\ndata: {JsonSerializer.Serialize(happened, json)}\n\n", ct);

        internal Task BeatAsync(CancellationToken ct) => response.WriteAsync(": still here\n\n", ct);
    }
}
