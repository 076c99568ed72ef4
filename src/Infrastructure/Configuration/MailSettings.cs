using System.Globalization;

namespace Director.Infrastructure.Configuration;

/// <summary>How the line to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the beginning on port 465, else as soon as the server offers it.</summary>
    Auto,
    /// <summary>Not at all.</summary>
    None,
    /// <summary>By STARTTLS, or no mail is sent.</summary>
    StartTls,
    /// <summary>From the beginning.</summary>
    Tls,
}

/// <summary>The mail server that Director hands its mail to.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Security">How the line is protected.</param>
/// <param name="User">Who signs in there; null when nobody has to.</param>
/// <param name="Password">Their password.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? User, Secret? Password, string From)
{
    private const int SubmissionPort = 587; // RFC 6409, section 3.1

    /// <summary>Reads the settings; without a host no mail is sent and the rest is not looked at.</summary>
    /// <returns>The settings, or the variable that keeps them from being used and why.</returns>
    internal static (MailSettings? Settings, (string Variable, string Reason)? Problem) Read(SettingsReader settings, string? publicUrl)
    {
        if (settings.Read("SMTP_HOST", "Mail:Host").Value is not { } host) return (null, null);
        var port = settings.Read("SMTP_PORT", "Mail:Port");
        var security = settings.Read("SMTP_SECURITY", "Mail:Security");
        var password = settings.Read("SMTP_PASSWORD", "Mail:Password");
        if (password.Problem is { } unread) return (null, (password.Variable, unread));
        var number = SubmissionPort;
        if (port.Value is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= 65535))
            return (null, (port.Variable, "is set, but not to a port's number"));
        var protection = MailSecurity.Auto;
        if (security.Value is { } word && !(Enum.TryParse(word, ignoreCase: true, out protection) && Enum.IsDefined(protection) && !char.IsAsciiDigit(word[0])))
            return (null, (security.Variable, "is set, but not to auto, none, starttls or tls"));

        var home = Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) ? address.Host : "localhost";
        var from = settings.Read("SMTP_FROM", "Mail:From").Value ?? $"director@{home}";
        var user = settings.Read("SMTP_USER", "Mail:User").Value;
        return (new MailSettings(host, number, protection, user, password.Value is { } given ? new Secret(given) : null, from), null);
    }
}
