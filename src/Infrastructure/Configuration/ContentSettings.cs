namespace Director.Infrastructure.Configuration;

/// <summary>What texts are taken in, and from where.</summary>
public sealed record ContentSettings
{
    private const string Limit = "CONTENT_MAX_MB";
    private const string Hosts = "CONTENT_ALLOWED_HOSTS";
    private const int MostMegabytes = 200;

    /// <summary>The most bytes of a page or file.</summary>
    public int MaxBytes { get; init; } = Domain.Content.ExtractionLimits.Bytes;

    /// <summary>Servers that pages are fetched from although they lie in this network or on another port than the web's.</summary>
    public IReadOnlyList<Uri> AllowedHosts { get; init; } = [];

    /// <summary>The service that writes down what is said in videos; null: none.</summary>
    public Uri? Transcripts { get; init; }

    /// <summary>What it is asked with; null: it wants none.</summary>
    public Secret? TranscriptsKey { get; init; }

    internal static ContentSettings Read(SettingsReader settings, IReadOnlyCollection<OptionalFeature> features)
    {
        var limit = settings.Read(Limit, "Content:MaxMegabytes");
        var hosts = settings.Read(Hosts, "Content:AllowedHosts");
        var read = new ContentSettings();
        return read with
        {
            MaxBytes = limit.ValueOrThrow() is { } megabytes ? Megabytes(limit.Variable, megabytes) * 1024 * 1024 : read.MaxBytes,
            AllowedHosts = hosts.ValueOrThrow() is { } list
                ? [.. list.Split([',', ' ', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Host(hosts.Variable, part))]
                : read.AllowedHosts,
            Transcripts = features.Any(f => f.Name == "transcripts" && f.Status is OptionalFeatureStatus.Available)
                ? new Uri(settings.Read("TRANSCRIPT_URL", "Content:Transcripts:BaseUrl").Value!) : null,
            TranscriptsKey = settings.Read("TRANSCRIPT_API_KEY", "Content:Transcripts:ApiKey").Value is { } key ? new Secret(key) : null,
        };
    }

    private static int Megabytes(string variable, string value) =>
        int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= MostMegabytes
            ? megabytes
            : throw new InvalidSettingException(variable, $"is a whole number of megabytes, 1 to {MostMegabytes}.");

    private static Uri Host(string variable, string part) =>
        Uri.TryCreate(part, UriKind.Absolute, out var host) && FeatureSettings.IsWebAddress(part) && host.AbsolutePath == "/"
            ? host
            : throw new InvalidSettingException(variable, "is a list of servers such as http://wiki.studio.lan:8080, without a path.");
}
