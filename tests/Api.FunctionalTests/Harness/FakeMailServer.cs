using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>A mail that arrived.</summary>
internal sealed record ArrivedMail(string From, string To, MimeMessage Message)
{
    /// <summary>Whether the line was encrypted.</summary>
    internal bool ByTls { get; init; }

    /// <summary>Who had signed in; null when nobody had.</summary>
    internal string? User { get; init; }
}

/// <summary>
/// A mail server that speaks as much SMTP (RFC 5321) as a client needs, and keeps what it is given. With a certificate it offers STARTTLS
/// (RFC 3207); with an account it takes mail from nobody else (AUTH PLAIN, RFC 4954), and with both not before the line is encrypted.
/// </summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly X509Certificate2? certificate;
    private readonly NetworkCredential? account;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<ArrivedMail> arrived = new();
    private Task serving = Task.CompletedTask;
    private int refusals;
    private int proofs;

    private FakeMailServer(X509Certificate2? certificate, NetworkCredential? account) => (this.certificate, this.account) = (certificate, account);

    /// <summary>Where it listens.</summary>
    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What has arrived since the last reset.</summary>
    internal IReadOnlyCollection<ArrivedMail> Arrived => arrived;

    /// <summary>How often somebody has tried to sign in.</summary>
    internal int Proofs => proofs;

    internal static FakeMailServer Start(X509Certificate2? certificate = null, NetworkCredential? account = null)
    {
        var server = new FakeMailServer(certificate, account);
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
        try
        {
            await TalkAsync(new Line(line.GetStream()));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has hung up, as it may.
        }
    }

    private async Task TalkAsync(Line line)
    {
        var (from, to, user, byTls) = ("", "", (string?)null, false);
        await line.SayAsync("220 mail.example.test ESMTP");
        while (await line.HearAsync(over.Token) is { } said)
        {
            var word = said.Split(' ', ':')[0].ToUpperInvariant();
            switch (word)
            {
                case "EHLO":
                    await line.SayAsync([.. Offers(byTls), "250 8BITMIME"]);
                    break;
                case "STARTTLS" when certificate is not null && !byTls:
                    await line.SayAsync("220 Go on");
                    line = await line.EncryptAsync(certificate, over.Token);
                    byTls = true;
                    break;
                case "AUTH":
                    Interlocked.Increment(ref proofs);
                    user = Proven(said);
                    await line.SayAsync(user is null ? "535 Wrong" : "235 Welcome");
                    break;
                case "MAIL" when account is not null && user is null:
                    await line.SayAsync("530 Sign in first");
                    break;
                case "MAIL" when Interlocked.Decrement(ref refusals) >= 0:
                    await line.SayAsync("451 Not now");
                    break;
                case "DATA":
                    await line.SayAsync("354 Go on");
                    arrived.Enqueue(new ArrivedMail(from, to, await line.ContentAsync()) { ByTls = byTls, User = user });
                    await line.SayAsync("250 Taken");
                    break;
                case "QUIT":
                    return;
                default:
                    if (word == "MAIL") from = Address(said);
                    if (word == "RCPT") to = Address(said);
                    await line.SayAsync("250 Yes");
                    break;
            }
        }
    }

    private IEnumerable<string> Offers(bool byTls)
    {
        yield return "250-mail.example.test";
        if (certificate is not null && !byTls) yield return "250-STARTTLS";
        if (account is not null && (certificate is null || byTls)) yield return "250-AUTH PLAIN";
    }

    /// <summary>AUTH PLAIN and, in Base64, nothing, name and password with a NUL before each (RFC 4616).</summary>
    private string? Proven(string said) =>
        said.Split(' ') is [_, "PLAIN", var proof] && account is { } known
        && Encoding.UTF8.GetString(Convert.FromBase64String(proof)).Split('\0') is [_, var name, var password] && name == known.UserName && password == known.Password ? name : null;

    private static string Address(string said) => said[(said.IndexOf('<', StringComparison.Ordinal) + 1)..said.IndexOf('>', StringComparison.Ordinal)];

    /// <summary>What is heard and said, encrypted or not.</summary>
#pragma warning disable CA1001 // they own nothing but the stream, which the connection closes
    private sealed class Line(Stream stream)
#pragma warning restore CA1001
    {
        private readonly StreamReader reader = new(stream, Encoding.Latin1);
        private readonly StreamWriter writer = new(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };

        internal Task<string?> HearAsync(CancellationToken ct) => reader.ReadLineAsync(ct).AsTask();

        internal Task SayAsync(params string[] lines) => writer.WriteLineAsync(string.Join("\r\n", lines));

        internal async Task<Line> EncryptAsync(X509Certificate2 certificate, CancellationToken ct)
        {
            var encrypted = new SslStream(stream);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ct);
            return new Line(encrypted);
        }

        internal async Task<MimeMessage> ContentAsync()
        {
            var content = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".") content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(content.ToString()));
            return await MimeMessage.LoadAsync(bytes);
        }
    }
}
