using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Api.FunctionalTests.Content;

/// <summary>A web server of somebody else's, on this machine: real HTTP, pages as the test sets them.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);

    private PageServer(IPAddress at)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(at, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            if (pages.TryGetValue(context.Request.Path + context.Request.QueryString, out var page)) await page(context);
            else context.Response.StatusCode = 404;
        });
    }

    /// <summary>Every path and query that was asked for.</summary>
    internal ConcurrentQueue<string> Asked { get; } = new();

    internal Uri Address { get; private set; } = null!;

    internal static async Task<PageServer> StartAsync(IPAddress? at = null)
    {
        var server = new PageServer(at ?? IPAddress.Loopback);
        await server.app.StartAsync();
        server.Address = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    internal string At(string path) => new Uri(Address, path).AbsoluteUri;

    internal void Serve(string path, Func<HttpContext, Task> page) => pages[path] = page;

    internal void Serve(string path, string contentType, byte[] body) => Serve(path, async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    });

    internal void Serve(string path, string contentType, string body) => Serve(path, contentType, System.Text.Encoding.UTF8.GetBytes(body));

    internal void Redirect(string path, string to) => Serve(path, context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
