using Serilog.Core;
using Serilog.Events;

namespace Director.Api.Hosting;

/// <summary>Writes the request's id into every event that happens within it. The web server's own notes go: its id is
/// another one than the crew is told, and its path may carry the secret of a share link.</summary>
internal sealed class RequestIdEnricher : ILogEventEnricher
{
    private static readonly string[] ServersOwn = ["RequestId", "RequestPath", "ConnectionId"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in ServersOwn) logEvent.RemovePropertyIfPresent(name);
        if (logEvent.TraceId is { } trace) logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty("RequestId", trace.ToHexString()));
    }
}
