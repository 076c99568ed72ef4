using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.Configuration;

/// <summary>Reads a setting under its plain name (<c>FAL_API_KEY</c>), from the file that <c>FAL_API_KEY_FILE</c> names
/// (as container secrets are handed over), or under its section (<c>Providers:Fal:ApiKey</c>), in that order. An empty
/// value is the same as none.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    internal SettingValue Read(string variable, string? section = null)
    {
        foreach (var (name, shown) in Names(variable, section))
        {
            if (Text(name) is { } value) return new SettingValue(shown, value, null);
            if (Text($"{name}_FILE") is { } path) return FromFile($"{shown}_FILE", path);
        }

        return new SettingValue(variable, null, null);
    }

    private static IEnumerable<(string Name, string Shown)> Names(string variable, string? section)
    {
        yield return (variable, variable);
        if (section is not null) yield return (section, section.Replace(":", "__", StringComparison.Ordinal));
    }

    private static SettingValue FromFile(string shown, string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } value
                ? new SettingValue(shown, value, null)
                : new SettingValue(shown, null, "names an empty file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new SettingValue(shown, null, "names a file that cannot be read");
        }
    }

    private string? Text(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>What was found for a setting.</summary>
/// <param name="Variable">The name it was found under, or the one to set when it was not.</param>
/// <param name="Value">The value without surrounding blanks; null when there is none.</param>
/// <param name="Problem">Why there is none although something was set, as the end of a sentence that begins with the variable.</param>
internal sealed record SettingValue(string Variable, string? Value, string? Problem)
{
    /// <exception cref="InvalidSettingException">Something was set that cannot be read.</exception>
    internal string? ValueOrThrow() => Problem is null ? Value : throw new InvalidSettingException(Variable, Problem + ".");

    public override string ToString() => $"{Variable} = {(Value is null ? "(none)" : "***")}";
}
