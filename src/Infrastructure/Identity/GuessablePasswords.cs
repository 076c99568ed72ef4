using System.Reflection;
using Director.Application.Workspaces;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Identity;

/// <summary>
/// Refuses what is guessed first: the passwords everybody uses, and the account's own name and address. What characters a password
/// is made of is nobody's business (NIST SP 800-63B, section 3.1.1.2).
/// </summary>
internal sealed class GuessablePasswords : IPasswordValidator<DirectorUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<DirectorUser> manager, DirectorUser user, string? password)
    {
        var given = password ?? "";
        if (given.Length > AccountLimits.PasswordMax) return Refused("PasswordTooLong", $"A password has at most {AccountLimits.PasswordMax} characters.");
        if (IsCommon(given)) return Refused("PasswordCommon", "This password is one of the common ones that are tried first. A few unrelated words make a good one.");
        if (IsOwn(user, given)) return Refused("PasswordOwn", "The password must not be your own name or e-mail address.");
        return Task.FromResult(IdentityResult.Success);
    }

    private static Task<IdentityResult> Refused(string code, string why) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = why }));

    /// <summary>Digits and punctuation around one's own name do not make it harder to guess.</summary>
    private static bool IsOwn(DirectorUser user, string password)
    {
        var bare = Letters(password);
        var email = user.Email ?? "";
        string[] own = [Letters(user.DisplayName), Letters(email), Letters(email.Split('@')[0])];
        return own.Any(o => o.Length > 0 && o == bare) || string.Equals(password, email, StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();

    /// <summary>Read through each time: a password is set once in a while, and the list would otherwise stay in memory for ever.</summary>
    private static bool IsCommon(string password)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Director.Infrastructure.Identity.common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } common)
        {
            if (string.Equals(common, password, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
