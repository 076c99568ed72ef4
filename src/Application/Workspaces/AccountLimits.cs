namespace Director.Application.Workspaces;

/// <summary>How long the parts of an account may be, in UTF-16 characters.</summary>
public static class AccountLimits
{
    /// <summary>A person's name.</summary>
    public const int Name = 200;
    /// <summary>An e-mail address (RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets).</summary>
    public const int Email = 254;
    /// <summary>The shortest password.</summary>
    public const int PasswordMin = 12;
    /// <summary>The longest password; hashing a longer one would only cost time.</summary>
    public const int PasswordMax = 128;
}
