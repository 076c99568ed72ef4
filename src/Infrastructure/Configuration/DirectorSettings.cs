using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.Configuration;

/// <summary>Everything that can be set, read and checked once at start. Nothing here connects anywhere.</summary>
public sealed record DirectorSettings
{
    /// <summary>Where Director listens when nothing else is said.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The folder with the database, the media, the keys and the logs; an absolute path.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Npgsql's connection string of the given database's owner; null means the embedded PostgreSQL.</summary>
    public Secret? DatabaseOwner { get; init; }

    /// <summary>Npgsql's connection string of the role the server works as; null means the one Director makes.</summary>
    public Secret? DatabaseApp { get; init; }

    /// <summary>At least 32 bytes; wraps every other key.</summary>
    public required Secret SecretKey { get; init; }

    /// <summary>The address people and providers reach this Director at; null means that links work locally only.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How people's browsers reach this Director.</summary>
    public WebSettings Web { get; init; } = new();

    /// <summary>The mail server; null when no mail is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>The provider that people may sign in through; null when there is none.</summary>
    public SingleSignOnSettings? SingleSignOn { get; init; }

    /// <summary>What can be used and what cannot, with the variable that would change it.</summary>
    public required IReadOnlyList<OptionalFeature> OptionalFeatures { get; init; }

    /// <summary>How the outside providers are reached, those that are configured.</summary>
    public ProviderSettings Providers { get; init; } = new();

    /// <summary>Where crews put model catalogues and workflows of their own.</summary>
    public string ModelsDirectory => Path.Combine(DataDirectory, "models");

    /// <summary>Where media are kept.</summary>
    public string MediaDirectory => Path.Combine(DataDirectory, "media");

    /// <summary>Where Director writes its log.</summary>
    public string LogDirectory => Path.Combine(DataDirectory, "logs");

    /// <summary>Where the data are kept as they were before each migration.</summary>
    public string BackupDirectory => Path.Combine(DataDirectory, "backups");

    /// <summary>Reads all settings, and makes the data directory and the secret key when they are not there yet.</summary>
    /// <exception cref="InvalidSettingException">A setting that Director cannot do without is unusable.</exception>
    public static DirectorSettings Load(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        var database = Database(settings.Read("DATABASE_URL", "ConnectionStrings:Director"));
        var app = Database(settings.Read("DATABASE_APP_URL", "ConnectionStrings:DirectorApp"));
        if (database is null && app is not null)
        {
            throw new InvalidSettingException("DATABASE_APP_URL", "is set without DATABASE_URL, the database it belongs to.");
        }

        OptionalFeature[] features = [.. FeatureSettings.All.Select(feature => feature.Judge(settings))];
        var publicUrl = settings.Read("DIRECTOR_PUBLIC_URL", "Director:PublicUrl").Value;
        var dataDirectory = Configuration.DataDirectory.Locate(settings);
        Configuration.DataDirectory.Prepare(dataDirectory);
        var (mail, mailProblem) = MailSettings.Read(settings, publicUrl);
        var (singleSignOn, singleSignOnProblem) = SingleSignOnSettings.Read(settings);
        var loaded = new DirectorSettings
        {
            DataDirectory = dataDirectory,
            DatabaseOwner = database,
            DatabaseApp = app,
            SecretKey = SecretKeyStore.Load(settings, dataDirectory),
            PublicUrl = publicUrl is not null && FeatureSettings.IsWebAddress(publicUrl) ? new Uri(publicUrl) : null,
            Web = WebSettings.Read(settings),
            Mail = mail,
            SingleSignOn = singleSignOn,
            OptionalFeatures = [.. features.Select(f => Kept(f, "mail", mailProblem)).Select(f => Kept(f, "oidc", singleSignOnProblem))],
            Providers = ProviderSettings.Read(settings, features),
        };
        Configuration.DataDirectory.CreatePrivately(loaded.LogDirectory);
        Configuration.DataDirectory.CreatePrivately(loaded.MediaDirectory);
        return loaded;
    }

    /// <summary>The feature as it is, or kept from working by what is wrong with another setting of it.</summary>
    private static OptionalFeature Kept(OptionalFeature feature, string name, (string Variable, string Reason)? problem) =>
        feature.Name == name && problem is { } wrong ? feature.Degraded(wrong.Variable, wrong.Reason) : feature;

    private static Secret? Database(SettingValue found) =>
        found.ValueOrThrow() is { } value ? new Secret(DatabaseUrl.ToConnectionString(found.Variable, value)) : null;
}
