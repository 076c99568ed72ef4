using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Director.Api.FunctionalTests.Generation.Faults;

/// <summary>
/// A paid provider outside the servers under test, over real HTTP: it takes every submission it gets, remembers each as paid, and outlives the
/// servers. It also says which of them is to die, and where.
/// </summary>
internal sealed class Ledger : IAsyncDisposable
{
    private static readonly byte[] Png = Picture();
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> paid = new();
    private readonly ConcurrentDictionary<string, int> deaths = new();
    private readonly Task serving;
    private int last;

    internal Ledger()
    {
        Address = $"http://localhost:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    internal string Address { get; }

    /// <summary>How often each generation was submitted, and so paid.</summary>
    internal IReadOnlyDictionary<string, int> Paid => paid.ToDictionary(p => p.Key, p => p.Value.Count);

    /// <summary>While this is unset, downloads wait.</summary>
    internal TaskCompletionSource Downloads { get; set; } = Done();

    /// <summary>How many downloads have begun.</summary>
    internal int Begun { get; private set; }

    /// <summary>The next so many servers that come to this point die there.</summary>
    internal void Kill(string point, int times = 1) => deaths[point] = times;

    /// <summary>How many are still to die.</summary>
    internal int ToDie => deaths.Values.Sum();

    public async ValueTask DisposeAsync()
    {
        Downloads.TrySetResult();
        listener.Stop();
        await serving;
        listener.Close();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath.Trim('/').Split('/');
            var body = await AnswerAsync(path);
            context.Response.StatusCode = body is null ? 404 : 200;
            if (body is not null) await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or InvalidOperationException or IOException)
        {
            // The server on the other side has died, which is what this is for.
        }
    }

    private async Task<byte[]?> AnswerAsync(string[] path)
    {
        switch (path[0])
        {
            case "submit":
                var id = $"{path[2]}.{Interlocked.Increment(ref last)}";
                paid.GetOrAdd(path[1], _ => new ConcurrentQueue<string>()).Enqueue(id);
                return Encoding.ASCII.GetBytes(id);
            case "find":
                return paid.GetValueOrDefault(path[1])?.FirstOrDefault(i => i.StartsWith(path[2], StringComparison.Ordinal)) is { } found ? Encoding.ASCII.GetBytes(found) : null;
            case "die":
                return deaths.TryGetValue(path[1], out var times) && times > 0 && deaths.TryUpdate(path[1], times - 1, times) ? [] : null;
            default:
                Begun++;
                await Downloads.Task;
                return Png;
        }
    }

    private static byte[] Picture()
    {
        using var output = WorkerTests.Picture().Content;
        using var copy = new MemoryStream();
        output.CopyTo(copy);
        return copy.ToArray();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
