namespace Director.Infrastructure.Configuration;

/// <summary>The outside providers that are configured; a provider that is null is never made and never connects.</summary>
public sealed record ProviderSettings
{
    /// <summary>fal; null: not configured.</summary>
    public FalSettings? Fal { get; init; }

    /// <summary>Replicate; null: not configured.</summary>
    public ReplicateSettings? Replicate { get; init; }

    /// <summary>OpenAI's images, or a server that speaks like it; null: not configured.</summary>
    public OpenAISettings? OpenAI { get; init; }

    /// <summary>A ComfyUI of the crew's own; null: not configured.</summary>
    public ComfyUISettings? ComfyUI { get; init; }

    /// <summary>One provider with the credentials of a workspace.</summary>
    internal static ProviderSettings Of(string name, Secret? key, Uri? address)
    {
        var feature = FeatureSettings.All.Single(f => f.Name == name);
        return name switch
        {
            "fal" when key is not null => new ProviderSettings { Fal = new FalSettings(key, Address(0), new Uri(feature.Addresses[1].Default)) },
            "replicate" when key is not null => new ProviderSettings { Replicate = new ReplicateSettings(key, Address(0)) },
            "openai" when key is not null || address is not null => new ProviderSettings { OpenAI = new OpenAISettings(key, Address(0)) },
            "comfyui" when address is not null => new ProviderSettings { ComfyUI = new ComfyUISettings(address) },
            _ => new ProviderSettings(),
        };

        Uri Address(int which) => address ?? new Uri(feature.Addresses[which].Default);
    }

    internal static ProviderSettings Read(SettingsReader settings, IReadOnlyCollection<OptionalFeature> features)
    {
        return new ProviderSettings
        {
            Fal = Usable("fal") ? new FalSettings(Key("fal"), Address("fal", 0), Address("fal", 1)) : null,
            Replicate = Usable("replicate") ? new ReplicateSettings(Key("replicate"), Address("replicate", 0)) : null,
            OpenAI = Usable("openai") ? new OpenAISettings(Value("openai") is { } key ? new Secret(key) : null, Address("openai", 0)) : null,
            ComfyUI = Usable("comfyui") ? new ComfyUISettings(new Uri(Value("comfyui")!)) : null,
        };

        bool Usable(string name) => features.Any(f => f.Name == name && f.Status is OptionalFeatureStatus.Available);
        FeatureSetting Of(string name) => FeatureSettings.All.Single(f => f.Name == name);
        string? Value(string name) => settings.Read(Of(name).Variable, Of(name).Section).Value;
        Secret Key(string name) => new(Value(name)!);
        Uri Address(string name, int which)
        {
            var address = Of(name).Addresses[which];
            return new Uri(settings.Read(address.Variable, address.Section).Value ?? address.Default);
        }
    }
}

/// <summary>How fal is reached.</summary>
/// <param name="Key"><c>&lt;id&gt;:&lt;secret&gt;</c>.</param>
/// <param name="Queue">Where work is queued.</param>
/// <param name="Rest">Where files are put and the keys of webhooks lie.</param>
public sealed record FalSettings(Secret Key, Uri Queue, Uri Rest);

/// <summary>How Replicate is reached.</summary>
/// <param name="Token">Begins with <c>r8_</c>.</param>
/// <param name="Address">With its version, <c>…/v1</c>.</param>
public sealed record ReplicateSettings(Secret Token, Uri Address);

/// <summary>How OpenAI's images are reached.</summary>
/// <param name="Key">Null for a compatible server that wants none.</param>
/// <param name="Address">With its version, <c>…/v1</c>.</param>
public sealed record OpenAISettings(Secret? Key, Uri Address)
{
    /// <summary>Whether it is a server other than OpenAI's own.</summary>
    public bool IsCompatibleServer => Address.Host != "api.openai.com";
}

/// <summary>How a ComfyUI is reached.</summary>
/// <param name="Address">Such as <c>http://localhost:8188</c>.</param>
public sealed record ComfyUISettings(Uri Address);
