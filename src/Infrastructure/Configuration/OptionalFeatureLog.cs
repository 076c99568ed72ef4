using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Configuration;

/// <summary>Tells the operator at start what is off and how to turn it on: one warning a feature, once.</summary>
public static class OptionalFeatureLog
{
    /// <summary>Writes one event at Warning for every feature that is off and worth a word.</summary>
    public static void Write(ILogger logger, IEnumerable<OptionalFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        foreach (var feature in features.Where(feature => feature.IsWarned))
        {
            logger.LogWarning(
                "{Feature:l} is off: {Variable:l} {Reason:l}. {StaysOff:l}", feature.Label, feature.Variable, feature.Reason, feature.StaysOff);
        }
    }
}
