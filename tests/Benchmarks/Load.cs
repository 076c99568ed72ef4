using System.Diagnostics;

namespace Director.Benchmarks;

/// <summary>One request that is sent again and again; the number makes each one's body or address its own.</summary>
internal delegate HttpRequestMessage Request(Uri server, int number);

/// <summary>What one side did in one round.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Latencies">Milliseconds of each answer, sorted.</param>
/// <param name="Processor">Milliseconds of processor time that the server spent on each answer, without the database's.</param>
internal sealed record Round(double PerSecond, double[] Latencies, double Processor)
{
    /// <summary>The latency that <paramref name="share"/> of the answers kept within, in milliseconds.</summary>
    internal double Percentile(double share) => Latencies.Length == 0 ? double.NaN : Latencies[(int)Math.Min(Latencies.Length - 1, Math.Ceiling(share * Latencies.Length) - 1)];
}

/// <summary>
/// A closed loop: so many clients, each of which sends its next request when it has the whole answer to the last. A harness that
/// times methods in one process would measure neither the sockets nor the waiting for the database, which is what people wait for.
/// </summary>
internal sealed class Load : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan, UseCookies = false, UseProxy = false });
    private int sent;

    /// <summary>Sends for a while; an answer that is no success ends the run.</summary>
    internal async Task<Round> RunAsync(ServerProcess server, Request request, int clients, TimeSpan length)
    {
        var processor = server.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => LoopAsync(server.Address, request, watch, length))));
        var took = watch.Elapsed;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Round(all.Length / took.TotalSeconds, all, (server.ProcessorTime - processor).TotalMilliseconds / Math.Max(1, all.Length));
    }

    /// <summary>Sends one and gives back how many bytes came.</summary>
    internal async Task<long> OnceAsync(Uri server, Request request)
    {
        using var response = await http.SendAsync(request(server, Interlocked.Increment(ref sent)), CancellationToken.None);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
        if ((int)response.StatusCode is (>= 200 and < 300) or 304) return bytes;
        var said = System.Text.Encoding.UTF8.GetString(buffer, 0, (int)Math.Min(bytes, 500));
        throw new InvalidOperationException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {said}");
    }

    public void Dispose() => http.Dispose();

    private async Task<List<double>> LoopAsync(Uri server, Request request, Stopwatch watch, TimeSpan length)
    {
        var times = new List<double>();
        while (watch.Elapsed < length)
        {
            var started = Stopwatch.GetTimestamp();
            await OnceAsync(server, request);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }
}
