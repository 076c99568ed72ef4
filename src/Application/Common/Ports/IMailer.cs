namespace Director.Application.Common.Ports;

/// <summary>A mail to one person.</summary>
/// <param name="To">Their address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>Sends mail, where a mail server has been set.</summary>
public interface IMailer
{
    /// <summary>Whether one has.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands a mail to the server. Takes as long as that does: never within a request.</summary>
    /// <exception cref="IOException">The server is not there or does not take it; trying again later may help.</exception>
    Task SendAsync(Mail mail, CancellationToken ct);
}
