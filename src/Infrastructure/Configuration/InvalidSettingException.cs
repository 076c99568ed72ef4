namespace Director.Infrastructure.Configuration;

/// <summary>A setting that Director cannot start with. The message names the variable and what is expected, and never
/// repeats the value, which may be a secret.</summary>
public sealed class InvalidSettingException : Exception
{
    /// <summary>Names the variable, what is wrong with it and what to give instead.</summary>
    public InvalidSettingException(string variable, string problem) : base($"{variable} {problem}") => Variable = variable;

    /// <summary>The variable to correct.</summary>
    public string Variable { get; }
}
