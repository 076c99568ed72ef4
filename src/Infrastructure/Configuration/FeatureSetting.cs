namespace Director.Infrastructure.Configuration;

/// <summary>One optional feature as this version knows it: where its setting is found, what a usable value looks like,
/// and what the crew goes without.</summary>
/// <param name="Name">A stable name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Variable">The plain name of its variable.</param>
/// <param name="Section">The same in <c>appsettings.json</c>.</param>
/// <param name="IsUsable">Whether a value can be what is meant, judged by its shape alone: nothing connects out.</param>
/// <param name="Expected">What a usable value looks like, for the warning.</param>
/// <param name="StaysOff">A whole sentence.</param>
/// <param name="IsMissedByMost">Whether its absence is worth a warning.</param>
/// <param name="IsShipped">Whether this version can use it. A setting for what is still to come is answered honestly
/// instead of silently ignored.</param>
internal sealed record FeatureSetting(
    string Name, string Label, string Variable, string Section,
    Func<string, bool> IsUsable, string Expected, string StaysOff, bool IsMissedByMost, bool IsShipped)
{
    /// <summary>Where its service is found, when that can be set too.</summary>
    internal IReadOnlyList<AddressSetting> Addresses { get; init; } = [];

    /// <summary>Whether the value may have any shape, or be absent, once the first of <see cref="Addresses"/> is set: another server has keys of its own kind, or none.</summary>
    internal bool KeyIsTheServers { get; init; }

    internal OptionalFeature Judge(SettingsReader settings)
    {
        var found = settings.Read(Variable, Section);
        var addresses = Addresses.Select(a => a.Read(settings)).ToList();
        if (addresses.Find(a => a.Problem is not null) is { } astray)
            return new OptionalFeature(Name, Label, OptionalFeatureStatus.NotConfigured, astray.Variable, astray.Problem, StaysOff, IsWarned: true);
        return Judge(found, KeyIsTheServers && addresses is [{ Value: not null }, ..]);
    }

    private OptionalFeature Judge(SettingValue found, bool elsewhere)
    {
        var (status, reason) = found switch
        {
            { Problem: { } problem } => (OptionalFeatureStatus.NotConfigured, problem),
            { Value: null } when elsewhere => (OptionalFeatureStatus.Available, null),
            { Value: { } value } when elsewhere && value.All(c => c is > ' ' and <= '~') => (OptionalFeatureStatus.Available, null),
            { Value: null } => (OptionalFeatureStatus.NotConfigured, "is not set"),
            { Value: { } value } when !IsUsable(value) => (OptionalFeatureStatus.NotConfigured, $"is set, but not to {Expected}"),
            _ when !IsShipped => (OptionalFeatureStatus.Degraded, "is set, but this version of Director cannot use it yet"),
            _ => (OptionalFeatureStatus.Available, null),
        };
        var nothingSet = found is { Value: null, Problem: null };
        return new OptionalFeature(Name, Label, status, found.Variable, reason, StaysOff, reason is not null && (!nothingSet || IsMissedByMost));
    }
}
