using System.Security.Claims;
using Director.Application.Accounts;
using Director.Application.Workspaces;
using Director.Domain.Common;

namespace Director.Api.Security;

/// <summary>Slows guessing: of a password or a code, per account and address, and of the set-up code, per address.</summary>
internal sealed class GuessLimit(AttemptLimit limit)
{
    private const int PerAccountAndAddress = 5;
    private const int PerAddress = 40;
    private const int SetupPerAddress = 5;
    private const int AsksPerAddress = 10;
    private const int MailsPerMailbox = 3;
    private static readonly TimeSpan MailWindow = TimeSpan.FromMinutes(10);

    /// <summary>Characters of a token that say which link it is of: 32 bytes.</summary>
    private const int LinkId = 42;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Runs a sign-in unless this account has been tried too often from this address, or so many accounts have that the hashing alone would wear the server down.</summary>
    internal Task<Result<T>> SignInAsync<T>(HttpContext context, string email, Func<Task<Result<T>>> signIn)
    {
        var address = context.Connection.RemoteIpAddress;
        return GuardAsync(context, $"login|{Clip(email)}|{address}", PerAccountAndAddress,
            () => GuardAsync(context, $"login|{address}", PerAddress, signIn, IsWrong, forgives: false), IsWrong);

        // That a second factor is asked for says that the password was right.
        static bool IsWrong(Error error) => error.Kind is ErrorKind.Unauthenticated && error.Code != AccountErrors.SecondFactor.Code;
    }

    /// <summary>Runs a set-up unless codes have been guessed too often. This machine needs no code and is never slowed.</summary>
    internal Task<Result<T>> SetUpAsync<T>(HttpContext context, Func<Task<Result<T>>> setUp) => context.IsFromThisMachine()
        ? setUp()
        : GuardAsync(context, $"setup|{context.Connection.RemoteIpAddress}", SetupPerAddress, setUp, e => e.Code == AccountErrors.CodeWrong.Code);

    /// <summary>Lets a guest in unless the passphrase of this link has been guessed too often, from this address or from everywhere.</summary>
    internal Task<Result<T>> EnterAsync<T>(HttpContext context, string token, Func<Task<Result<T>>> enter)
    {
        // A link's token is long; its id is enough to tell links apart, and the same for whatever secret is sent along.
        var link = Clip(token.Length > LinkId ? token[..LinkId] : token);
        return GuardAsync(context, $"share|{link}|{context.Connection.RemoteIpAddress}", PerAccountAndAddress,
            () => GuardAsync(context, $"share|{link}", PerAddress, enter, IsWrong, forgives: false), IsWrong);

        static bool IsWrong(Error error) => error.Code == Domain.Sharing.ShareErrors.WrongPassphrase.Code;
    }

    /// <summary>Runs what a signed-in person proves themselves for again, unless they have been wrong too often.</summary>
    internal Task<Result<T>> ConfirmAsync<T>(HttpContext context, Func<Task<Result<T>>> run) => GuardAsync(
        context, $"confirm|{context.User.FindFirstValue(ClaimTypes.NameIdentifier)}", PerAccountAndAddress, run,
        e => e.Code is AccountErrors.WrongPasswordCode || e.Code == TotpErrors.WrongCode.Code);

    /// <summary>Takes a new password for a link, unless links have been guessed too often.</summary>
    internal Task<Result<T>> ResetAsync<T>(HttpContext context, Func<Task<Result<T>>> run) =>
        GuardAsync(context, $"reset|{context.Connection.RemoteIpAddress}", PerAccountAndAddress, run, e => e.Code == AccountErrors.ResetRefused.Code);

    /// <summary>Takes a request for a mail, unless one address asks too often or one mailbox is about to be filled.</summary>
    /// <returns>Null, or the refusal.</returns>
    internal Error? Ask(HttpContext context, string email)
    {
        var wait = limit.Take($"forgot|{context.Connection.RemoteIpAddress}", AsksPerAddress, Window) ?? limit.Take($"forgot||{Clip(email)}", MailsPerMailbox, MailWindow);
        if (wait is null) return null;
        context.SayWhenToRetry(wait);
        return SecurityErrors.TooMany;
    }

    /// <summary>Runs a sign-in by passkey, unless so many have been wrong that checking them would wear the server down.</summary>
    internal Task<Result<T>> SignInByPasskeyAsync<T>(HttpContext context, Func<Task<Result<T>>> signIn) =>
        GuardAsync(context, $"login|{context.Connection.RemoteIpAddress}", PerAddress, signIn, e => e.Kind is ErrorKind.Unauthenticated, forgives: false);

    /// <summary>Takes a request for a challenge, which is kept for a while, unless one address asks too often.</summary>
    /// <returns>Null, or the refusal.</returns>
    internal Error? AskForPasskey(HttpContext context)
    {
        if (limit.Take($"passkey|{context.Connection.RemoteIpAddress}", PerAddress, Window) is not { } wait) return null;
        context.SayWhenToRetry(wait);
        return SecurityErrors.TooMany;
    }

    /// <summary>Takes the beginning of a sign-in through the provider, which may be asked for its document, unless one address begins too often.</summary>
    /// <returns>Null, or the refusal.</returns>
    internal Error? AskForSingleSignOn(HttpContext context)
    {
        if (limit.Take($"sso|{context.Connection.RemoteIpAddress}", PerAddress, Window) is not { } wait) return null;
        context.SayWhenToRetry(wait);
        return SecurityErrors.TooMany;
    }

    private async Task<Result<T>> GuardAsync<T>(HttpContext context, string key, int allowed, Func<Task<Result<T>>> run, Func<Error, bool> isGuess, bool forgives = true)
    {
        if (limit.Take(key, allowed, Window) is { } wait)
        {
            context.SayWhenToRetry(wait);
            return SecurityErrors.TooManyTries;
        }

        var result = await run();
        if (result.Error is null && forgives) limit.Forgive(key);
        else if (result.Error is null || !isGuess(result.Error)) limit.GiveBack(key);
        return result;
    }

    private static string Clip(string email) => (email.Length <= AccountLimits.Email ? email : email[..AccountLimits.Email]).Trim().ToUpperInvariant();
}
