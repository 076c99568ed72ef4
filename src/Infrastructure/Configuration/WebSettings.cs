using System.Net;
using System.Text.RegularExpressions;

namespace Director.Infrastructure.Configuration;

/// <summary>Where this Director stands on the web: behind which proxies, below which path, and whose pages may call it.</summary>
public sealed partial record WebSettings
{
    private const string Proxies = "DIRECTOR_TRUSTED_PROXIES";
    private const string Below = "DIRECTOR_PATH_BASE";
    private const string Origins = "DIRECTOR_CORS_ORIGINS";

    /// <summary>The networks whose <c>X-Forwarded-…</c> headers are believed; this machine alone unless set.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>The path everything lies below, such as <c>/director</c>; empty at the top of the host.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The sites, as scheme, host and port, whose pages may call the API with a token; none unless set.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    internal static WebSettings Read(SettingsReader settings)
    {
        var proxies = settings.Read(Proxies, "Director:TrustedProxies");
        var pathBase = settings.Read(Below, "Director:PathBase");
        var origins = settings.Read(Origins, "Director:CorsOrigins");
        var read = new WebSettings();
        return read with
        {
            TrustedProxies = proxies.ValueOrThrow() is { } networks ? [.. Parts(networks).Select(part => Network(proxies.Variable, part))] : read.TrustedProxies,
            PathBase = pathBase.ValueOrThrow() is { } path ? Prefix(pathBase.Variable, path) : read.PathBase,
            CorsOrigins = origins.ValueOrThrow() is { } sites ? [.. Parts(sites).Select(part => Origin(origins.Variable, part))] : read.CorsOrigins,
        };
    }

    /// <summary>Whether a text is a path that everything may lie below: segments of letters, digits and <c>-._~</c>.</summary>
    public static bool IsPathBase(string path) => PathShape().IsMatch(path) && !path.Split('/').Any(segment => segment is "." or "..");

    private static string[] Parts(string list) => list.Split([',', ' ', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork Network(string variable, string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidSettingException(variable, "is a list of addresses (10.0.0.5) and networks (10.0.0.0/8), and one of them is neither.");

    private static string Prefix(string variable, string path) =>
        path.TrimEnd('/') is { } trimmed && (trimmed.Length == 0 || IsPathBase(trimmed))
            ? trimmed
            : throw new InvalidSettingException(variable, "is a path such as /director, of letters, digits and -._~.");

    private static string Origin(string variable, string part) =>
        Uri.TryCreate(part, UriKind.Absolute, out var site) && FeatureSettings.IsWebAddress(part) && site.AbsolutePath == "/" && site.Host != "*"
            ? site.GetLeftPart(UriPartial.Authority)
            : throw new InvalidSettingException(variable, "is a list of sites such as https://tools.example.com, without a path, and none may stand for all.");

    [GeneratedRegex(@"^(/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex PathShape();
}
