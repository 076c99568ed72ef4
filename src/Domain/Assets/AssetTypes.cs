using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Director.Domain.Assets;

/// <summary>Marks an assembly besides the domain that brings asset types of its own.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BringsAssetTypesAttribute : Attribute;

/// <summary>
/// The registry: every <see cref="AssetType"/> of the domain and of assemblies marked <see cref="BringsAssetTypesAttribute"/>,
/// found once. Persistence, JSON and the API document all read it; nothing else switches on the type.
/// </summary>
public static class AssetTypes
{
    private static readonly Lazy<IReadOnlyDictionary<string, AssetType>> BySlug = new(Scan);

    /// <summary>All types, ancestors first.</summary>
    public static IReadOnlyCollection<AssetType> All => (IReadOnlyCollection<AssetType>)BySlug.Value.Values;

    /// <summary>Finds a type by its slug.</summary>
    public static bool TryGet(string? slug, [NotNullWhen(true)] out AssetType? type)
    {
        type = null;
        return slug is not null && BySlug.Value.TryGetValue(slug, out type);
    }

    /// <summary>The type of a slug that is known to exist.</summary>
    public static AssetType Get(string slug) => BySlug.Value[slug];

    /// <summary>The descriptor whose details are <typeparamref name="TDetails"/>.</summary>
    public static AssetType Of<TDetails>() where TDetails : AssetDetails => ByDetails<TDetails>.Type;

    private static Dictionary<string, AssetType> Scan()
    {
        var own = typeof(AssetTypes).Assembly;
        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a == own || a.GetCustomAttribute<BringsAssetTypesAttribute>() is not null)
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(AssetType).IsAssignableFrom(t))
            .Select(t => (AssetType)Activator.CreateInstance(t, nonPublic: true)!)
            .OrderBy(t => t.Level).ThenBy(t => t.Slug, StringComparer.Ordinal)
            .ToDictionary(t => t.Slug, StringComparer.Ordinal);
    }

    private static class ByDetails<TDetails>
    {
        public static readonly AssetType Type = All.Single(t => t.DetailsType == typeof(TDetails));
    }
}
