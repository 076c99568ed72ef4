using System.Reflection;
using System.Text.RegularExpressions;
using Director.Domain.Assets;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Architecture.Tests;

/// <summary>Everything is an asset: one entity, one repository, one table.</summary>
public sealed partial class AssetModelTests
{
    private static readonly Assembly[] All = [LayerTests.Domain, LayerTests.Application, LayerTests.Infrastructure, LayerTests.Api];

    [Fact]
    public void One_entity_holds_every_asset_type()
    {
        using var context = new DesignTimeFactory().CreateDbContext([]);
        var entities = context.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == LayerTests.Domain && typeof(Asset).IsAssignableFrom(e.ClrType)).ToList();
        entities.Should().ContainSingle().Which.GetTableName().Should().Be("assets");
        LayerTests.Domain.GetTypes().Where(t => t.IsSubclassOf(typeof(Asset))).Should().BeEmpty();
    }

    [Fact]
    public void One_repository_serves_them_all()
    {
        LayerTests.Infrastructure.GetTypes().Where(t => t.IsClass && typeof(IAssetRepository).IsAssignableFrom(t)).Should().ContainSingle();
        var perType = AssetTypes.All.Select(t => t.DetailsType.Name.Replace("Details", "Repository", StringComparison.Ordinal)).ToHashSet();
        All.SelectMany(a => a.GetTypes()).Select(t => t.Name.TrimStart('I')).Where(perType.Contains).Should().BeEmpty();
    }

    [Fact]
    public void Every_asset_type_is_one_file_of_details_and_descriptor()
    {
        foreach (var type in AssetTypes.All.Where(t => t.GetType().Assembly == LayerTests.Domain))
        {
            type.DetailsType.Should().BeAssignableTo<AssetDetails>();
            type.DetailsType.IsSealed.Should().BeTrue();
            type.DetailsType.Namespace.Should().Be("Director.Domain.Assets.Types");
            File.Exists(Path.Combine(Repository.Root, "src", "Domain", "Assets", "Types", type.DetailsType.Name + ".cs")).Should().BeTrue();
        }
    }

    [Fact]
    public void Nothing_switches_on_the_type_of_an_asset()
    {
        // A slug in code outside its own type's file is a place that a new type would have to edit.
        var slugs = string.Join('|', AssetTypes.All.Select(t => Regex.Escape(t.Slug)));
        var arm = new Regex($"case \"({slugs})\"|^\\s*\"({slugs})\" =>", RegexOptions.Multiline);
        var offenders = Repository.Sources("src").Where(f => arm.IsMatch(File.ReadAllText(f))).Select(Path.GetFileName);
        offenders.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_a_second_version_of_anything() =>
        All.SelectMany(a => a.GetTypes()).Select(t => t.Name).Concat(Repository.Sources("src").Select(f => Path.GetFileNameWithoutExtension(f)))
            .Where(n => SecondVersion().IsMatch(n)).Should().BeEmpty();

    [Fact]
    public void The_domain_has_no_public_setters()
    {
        var settable = LayerTests.Domain.GetExportedTypes().SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        settable.Should().BeEmpty();
    }

    [GeneratedRegex("(V[2-9]|[a-z]2)$")]
    private static partial Regex SecondVersion();
}

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Director.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests run from a checkout of the project.");
    }
}
