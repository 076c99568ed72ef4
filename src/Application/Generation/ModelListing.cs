using Director.Application.Assets;
using Director.Application.Common.Ports;

namespace Director.Application.Generation;

/// <summary>Shows the providers: those that can be used with their models, then those that could be set up.</summary>
internal static class ModelListing
{
    /// <summary>How long before its end a model is warned about.</summary>
    private const int WarnedDays = 90;

    internal static IReadOnlyList<ProviderDto> Of(ProviderSet providers, DateOnly today) =>
    [
        .. providers.All.Select(p => new ProviderDto(p.Slug, p.Label, p.Status.Status, p.Status.Variable, p.Status.Reason, [.. p.Models.Select(m => Show(m, today))])),
        .. providers.Missing.Select(m => new ProviderDto(m.Slug, m.Label, Availability.NotConfigured, m.Variable, m.Reason, [])),
    ];

    private static ModelDto Show(ProviderModel model, DateOnly today) => new(
        model.Name, model.Label, model.Kind, model.Price.Dto(), model.MaxReferences, model.Sizes, model.MaxDurationMs, model.ShutDownOn,
        model.PricePerSecond?.Dto(), model.DurationsMs, model.Slots, Warning(model, today), model.Unavailable);

    private static string? Warning(ProviderModel model, DateOnly today) => model.ShutDownOn switch
    {
        null => null,
        { } end when end <= today => FormattableString.Invariant($"The provider took it away on {end:yyyy-MM-dd}."),
        { } end when end.DayNumber - today.DayNumber <= WarnedDays => FormattableString.Invariant($"The provider takes it away on {end:yyyy-MM-dd}."),
        _ => null,
    };
}
