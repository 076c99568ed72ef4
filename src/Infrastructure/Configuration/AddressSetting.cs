namespace Director.Infrastructure.Configuration;

/// <summary>Where a feature's service is found, for crews that reach it elsewhere than most.</summary>
/// <param name="Variable">The plain name of its variable.</param>
/// <param name="Section">The same in <c>appsettings.json</c>.</param>
/// <param name="Default">The address when nothing is set.</param>
internal sealed record AddressSetting(string Variable, string Section, string Default)
{
    /// <summary>What was set, with the problem when that is no address.</summary>
    internal SettingValue Read(SettingsReader settings)
    {
        var found = settings.Read(Variable, Section);
        return found.Value is { } value && !FeatureSettings.IsWebAddress(value)
            ? found with { Value = null, Problem = $"is set, but not to an address such as {Default}" }
            : found;
    }
}
