using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>A provider's server on a port of this machine, over real HTTP. What it does not know it refuses, as the real one does.</summary>
internal abstract class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    protected FakeServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null).UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(HandleAsync);
        HostingAbstractionsHostExtensions.Start(app);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    internal Uri Address { get; }

    /// <summary>Everything that was called, in order.</summary>
    internal ConcurrentQueue<Seen> Calls { get; } = new();

    /// <summary>Answers before the server does, as long as it returns true: what goes wrong.</summary>
    internal Func<HttpContext, Seen, Task<bool>> Fault { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Does its work and then drops the connection instead of answering, as often as this says.</summary>
    internal int LosesReplies { get; set; }

    /// <summary>Runs when work has begun and before its answer is sent.</summary>
    internal Func<Task>? BeforeReply { get; set; }

    /// <summary>Files that it serves, by path.</summary>
    internal ConcurrentDictionary<string, Func<HttpContext, Task>> Files { get; } = new();

    internal string Serve(string path, byte[] bytes, string type = "image/png")
    {
        Files[path] = async context =>
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        };
        return new Uri(Address, path).AbsoluteUri;
    }

    internal IEnumerable<Seen> Of(string method, string start) => Calls.Where(c => c.Method == method && c.Path.StartsWith(start, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Answers one call.</summary>
    protected abstract Task AnswerAsync(HttpContext context, Seen call);

    /// <summary>Whether a call starts work, so that losing its reply matters.</summary>
    protected abstract bool StartsWork(Seen call);

    protected static Task JsonAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body as string ?? JsonSerializer.Serialize(body));
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = new Seen(context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        Calls.Enqueue(call);
        if (call.Headers.ContainsKey("Origin") || call.Headers.ContainsKey("Cookie")) throw new InvalidOperationException("A server's client sends neither.");
        if (await Fault(context, call)) return;
        if (Files.TryGetValue(call.Path, out var file))
        {
            // Files are public: the key has no business here.
            if (call.Headers.ContainsKey("Authorization")) context.Response.StatusCode = 400;
            else await file(context);
            return;
        }

        if (StartsWork(call) && LosesReplies > 0)
        {
            LosesReplies--;
            var real = context.Response.Body;
            context.Response.Body = Stream.Null;
            await AnswerAsync(context, call);
            context.Response.Body = real;
            context.Abort();
            return;
        }

        if (!StartsWork(call) || BeforeReply is not { } before)
        {
            await AnswerAsync(context, call);
            return;
        }

        using var held = new MemoryStream();
        var wire = context.Response.Body;
        context.Response.Body = held;
        await AnswerAsync(context, call);
        context.Response.Body = wire;
        await before();
        await wire.WriteAsync(held.ToArray());
    }
}

/// <summary>A call as it came.</summary>
internal sealed record Seen(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    internal string Text => Encoding.UTF8.GetString(Body);

    internal bool IsJson => Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/json", StringComparison.Ordinal) == true;
}
