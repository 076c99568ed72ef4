using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>A mail that arrived.</summary>
internal sealed record ArrivedMail(string From, string To, MimeMessage Message);

/// <summary>A mail server that speaks as much SMTP (RFC 5321) as a client needs, and keeps what it is given.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<ArrivedMail> arrived = new();
    private Task serving = Task.CompletedTask;
    private int refusals;

    /// <summary>Where it listens.</summary>
    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What has arrived since the last reset.</summary>
    internal IReadOnlyCollection<ArrivedMail> Arrived => arrived;

    internal static FakeMailServer Start()
    {
        var server = new FakeMailServer();
        server.listener.Start();
        server.serving = server.ServeAsync();
        return server;
    }

    /// <summary>Refuses the next mails for the moment (451).</summary>
    internal void RefuseNext(int count) => refusals = count;

    internal void Reset()
    {
        arrived.Clear();
        refusals = 0;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        await serving;
        over.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The tests are over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var line = client;
        var stream = line.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 mail.example.test ESMTP");
        while (await reader.ReadLineAsync(over.Token) is { } said)
        {
            var word = said.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "EHLO") await writer.WriteAsync("250-mail.example.test\r\n250 8BITMIME\r\n");
            else if (word == "QUIT") break;
            else if (word == "DATA")
            {
                await writer.WriteLineAsync("354 Go on");
                var message = await ContentAsync(reader);
                arrived.Enqueue(new ArrivedMail(from, to, message));
                await writer.WriteLineAsync("250 Taken");
            }
            else if (word == "MAIL" && Interlocked.Decrement(ref refusals) >= 0) await writer.WriteLineAsync("451 Not now");
            else
            {
                if (word == "MAIL") from = Address(said);
                if (word == "RCPT") to = Address(said);
                await writer.WriteLineAsync("250 Yes");
            }
        }
    }

    private static async Task<MimeMessage> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(content.ToString()));
        return await MimeMessage.LoadAsync(bytes);
    }

    private static string Address(string said) => said[(said.IndexOf('<', StringComparison.Ordinal) + 1)..said.IndexOf('>', StringComparison.Ordinal)];
}
