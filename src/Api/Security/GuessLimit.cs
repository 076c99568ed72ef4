using Director.Application.Workspaces;
using Director.Domain.Common;

namespace Director.Api.Security;

/// <summary>Slows guessing: of a password, per account and address, and of the set-up code, per address.</summary>
internal sealed class GuessLimit(AttemptLimit limit)
{
    private const int PerAccountAndAddress = 5;
    private const int PerAddress = 40;
    private const int SetupPerAddress = 5;

    /// <summary>Characters of a token that say which link it is of: 32 bytes.</summary>
    private const int LinkId = 42;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Runs a sign-in unless this account has been tried too often from this address, or so many accounts have that the hashing alone would wear the server down.</summary>
    internal Task<Result<T>> SignInAsync<T>(HttpContext context, string email, Func<Task<Result<T>>> signIn)
    {
        var address = context.Connection.RemoteIpAddress;
        return GuardAsync(context, $"login|{Clip(email)}|{address}", PerAccountAndAddress,
            () => GuardAsync(context, $"login|{address}", PerAddress, signIn, IsWrong, forgives: false), IsWrong);

        static bool IsWrong(Error error) => error.Kind is ErrorKind.Unauthenticated;
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
