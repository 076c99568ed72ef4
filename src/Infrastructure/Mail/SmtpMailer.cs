using System.Net.Sockets;
using Director.Application.Common.Ports;
using Director.Infrastructure.Configuration;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Director.Infrastructure.Mail;

/// <summary>Hands mail to the server of <see cref="MailSettings"/>.</summary>
/// <param name="settings">Which server.</param>
/// <param name="open">Makes a client; null: the usual one, which trusts the certificates that this machine trusts.</param>
internal sealed class SmtpMailer(DirectorSettings settings, Func<SmtpClient>? open = null) : IMailer
{
    private const int TimeoutMilliseconds = 30_000;
    private const int TlsPort = 465; // RFC 8314, section 3.3

    public bool IsConfigured => settings.Mail is not null;

    public async Task SendAsync(Application.Common.Ports.Mail mail, CancellationToken ct)
    {
        var server = settings.Mail ?? throw new InvalidOperationException("No mail server has been set.");
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Director", server.From));
        message.To.Add(new MailboxAddress("", mail.To));
        message.Subject = mail.Subject;
        message.Body = new TextPart("plain") { Text = mail.Text };
        try
        {
            using var smtp = open?.Invoke() ?? new SmtpClient();
            smtp.Timeout = TimeoutMilliseconds;
            await smtp.ConnectAsync(server.Host, server.Port, OptionsOf(server), ct);
            if (server.User is { } user) await smtp.AuthenticateAsync(user, server.Password?.Reveal() ?? "", ct);
            await smtp.SendAsync(message, ct);
            await smtp.DisconnectAsync(true, ct);
        }
        catch (Exception e) when (e is ServiceNotConnectedException or CommandException or ProtocolException or SocketException or System.Security.Authentication.AuthenticationException
            or MailKit.Security.AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            throw new IOException("The mail server did not take the mail.", e);
        }
    }

    private static SecureSocketOptions OptionsOf(MailSettings server) => server.Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => server.Port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
    };
}
