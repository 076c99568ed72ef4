using Director.Domain.Workspaces;

namespace Director.Application.Accounts;

/// <summary>Links, sent by mail, for setting a forgotten password anew.</summary>
public interface IPasswordResets
{
    /// <summary>Notes that somebody asked; returns at once, whether or not there is such an account or a mail server. The mail follows by itself.</summary>
    void Request(string email);

    /// <summary>Inside a transaction: whose link this is; null when it is forged, too old, used, or the password has been changed since.</summary>
    Task<UserId?> RedeemAsync(string token, CancellationToken ct);
}
