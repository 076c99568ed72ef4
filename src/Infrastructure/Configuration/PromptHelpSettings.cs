using System.Globalization;

namespace Director.Infrastructure.Configuration;

/// <summary>The language model that helps with words: any server that speaks OpenAI's chat completions.</summary>
/// <param name="Address">With its version, <c>…/v1</c>.</param>
/// <param name="Key">Null for a server that wants none.</param>
/// <param name="Model">Its name there.</param>
/// <param name="PriceIn">A million tokens read, in <paramref name="Currency"/>.</param>
/// <param name="PriceOut">A million tokens written.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record PromptHelpSettings(Uri Address, Secret? Key, string Model, decimal PriceIn, decimal PriceOut, string Currency)
{
    /// <summary>Reads the settings; without an address nobody is asked and the rest is not looked at.</summary>
    internal static (PromptHelpSettings? Settings, (string Variable, string Reason)? Problem) Read(SettingsReader settings)
    {
        if (settings.Read("PROMPT_HELP_URL", "PromptHelp:BaseUrl").Value is not { } url || !FeatureSettings.IsWebAddress(url)) return (null, null);
        var key = settings.Read("PROMPT_HELP_API_KEY", "PromptHelp:ApiKey");
        var model = settings.Read("PROMPT_HELP_MODEL", "PromptHelp:Model");
        var priceIn = settings.Read("PROMPT_HELP_PRICE_IN", "PromptHelp:PriceIn");
        var priceOut = settings.Read("PROMPT_HELP_PRICE_OUT", "PromptHelp:PriceOut");
        if (key.Problem is { } unread) return (null, (key.Variable, unread));
        if (model.Value is not { } name) return (null, (model.Variable, model.Problem ?? "is not set"));
        if (Price(priceIn) is not { } read) return (null, (priceIn.Variable, "is set, but not to a price such as 0.15"));
        if (Price(priceOut) is not { } written) return (null, (priceOut.Variable, "is set, but not to a price such as 0.15"));
        return (new PromptHelpSettings(new Uri(url), key.Value is { } given ? new Secret(given) : null, name, read, written, "USD"), null);
    }

    private static decimal? Price(SettingValue found) => found.Value is not { } text ? 0
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price is >= 0 and <= 10_000 ? price : null;
}
