using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Content;

/// <summary>What the settings allow. An address is judged by what it says here, and by where it leads when it is connected to.</summary>
internal sealed class ContentRules(DirectorSettings settings) : IContentRules
{
    private static readonly string[] VideoHosts = ["youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "rutube.ru"];

    public int MaxBytes => settings.Content.MaxBytes;

    public Error? CheckAddress(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.UserInfo.Length > 0 || address.IdnHost.Length == 0)
            return ExtractionErrors.BadAddress;
        if (settings.Content.AllowedHosts.Any(named => named.Authority.Equals(address.Authority, StringComparison.OrdinalIgnoreCase))) return null;
        return address.Port is 80 or 443 ? null : ExtractionErrors.BadPort(address.Port);
    }

    public bool IsVideo(Uri address) =>
        VideoHosts.Any(host => address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    public Error? CheckTranscripts()
    {
        if (settings.Content.Transcripts is not null) return null;
        var feature = settings.OptionalFeatures.First(f => f.Name == "transcripts");
        return ExtractionErrors.NoTranscripts(feature.Variable, feature.Reason ?? "is not set");
    }
}
