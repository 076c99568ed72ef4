using System.Globalization;
using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.Jobs;

/// <summary>How much is done at once; from the settings <c>Generation__*</c>.</summary>
internal sealed class GenerationLimits
{
    private const int Most = 1_000;
    private readonly IConfigurationSection section;
    private readonly int perProvider;

    /// <exception cref="InvalidSettingException">A limit that is no number from 1 to 1000.</exception>
    public GenerationLimits(IConfiguration configuration)
    {
        section = configuration.GetSection("Generation");
        StepsAtOnce = Read("StepsAtOnce", 32);
        PerWorkspace = Read("PerWorkspace", 16);
        perProvider = Read("PerProvider", 8);
    }

    /// <summary>Steps that one process is at, whatever the provider.</summary>
    internal int StepsAtOnce { get; }

    /// <summary>Generations of one workspace that are being made, in all processes together.</summary>
    internal int PerWorkspace { get; }

    /// <summary>What each provider is given: those that work in this process as much as there are cores, the others what is set.</summary>
    internal IReadOnlyList<TurnLimit> Of(IReadOnlyList<(string Slug, bool Local)> providers) =>
        [.. providers.Select(p => new TurnLimit(p.Slug, Read($"Providers:{p.Slug}", p.Local ? Math.Max(2, Environment.ProcessorCount) : perProvider), p.Local))];

    private int Read(string name, int usual)
    {
        if (section[name] is not { Length: > 0 } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set is >= 1 and <= Most
            ? set
            : throw new InvalidSettingException($"Generation__{name.Replace(":", "__", StringComparison.Ordinal)}", $"is not a number from 1 to {Most}.");
    }
}
