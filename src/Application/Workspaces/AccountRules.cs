using FluentValidation;

namespace Director.Application.Workspaces;

/// <summary>The shape of an account's parts, the same wherever they are typed.</summary>
internal static class AccountRules
{
    internal static IRuleBuilderOptions<T, string> PersonName<T>(this IRuleBuilder<T, string> name) => name
        .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.")
        .MaximumLength(AccountLimits.Name).WithMessage($"A name has at most {AccountLimits.Name} characters.")
        .Must(NoControls).WithMessage("A name has no control characters.");

    internal static IRuleBuilderOptions<T, string> EmailShape<T>(this IRuleBuilder<T, string> email) => email
        .MaximumLength(AccountLimits.Email).WithMessage($"An e-mail address has at most {AccountLimits.Email} characters.")
        .Must(LooksLikeEmail).WithMessage("This is not an e-mail address.");

    internal static IRuleBuilderOptions<T, string> PasswordShape<T>(this IRuleBuilder<T, string> password) => password
        .Length(AccountLimits.PasswordMin, AccountLimits.PasswordMax)
        .WithMessage($"A password has {AccountLimits.PasswordMin} to {AccountLimits.PasswordMax} characters of any kind.");

    /// <summary>One @ with something on both sides, nothing that cannot be in a header. Whether mail arrives is not known before it has been sent.</summary>
    internal static bool LooksLikeEmail(string email)
    {
        var trimmed = email.Trim();
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        return trimmed.Length <= AccountLimits.Email && at > 0 && at == trimmed.LastIndexOf('@') && at < trimmed.Length - 1
            && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>');
    }

    private static bool NoControls(string text) => !text.Any(char.IsControl);
}
