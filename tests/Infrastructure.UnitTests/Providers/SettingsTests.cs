using System.Text.Json;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>A provider is there exactly when it is configured.</summary>
public sealed class SettingsTests
{
    private const string Fal = "0a1b2c3d-1111-2222-3333-444455556666:0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("gar\tbage ⚠")]
    public async Task Without_a_usable_key_nothing_is_made(string? value)
    {
        await using var bench = new Bench(("FAL_API_KEY", value), ("REPLICATE_API_TOKEN", value), ("OPENAI_API_KEY", value), ("COMFYUI_URL", value));
        bench.All.All.Should().BeEmpty();
        bench.All.Missing.Select(m => m.Slug).Should().Equal("fal", "replicate", "openai", "comfyui");
        bench.All.Missing.Select(m => m.Variable).Should().Equal("FAL_API_KEY", "REPLICATE_API_TOKEN", "OPENAI_API_KEY", "COMFYUI_URL");
        bench.Settings.Providers.Should().Be(new ProviderSettings());
    }

    [Theory]
    [InlineData("FAL_API_KEY", Fal, "fal")]
    [InlineData("REPLICATE_API_TOKEN", "r8_abcdefghijklmnopqrstuvwxyz0123456789", "replicate")]
    [InlineData("OPENAI_API_KEY", "sk-proj-abcdefghijklmnopqrstuvwxyz", "openai")]
    [InlineData("COMFYUI_URL", "http://localhost:8188", "comfyui")]
    [InlineData("OPENAI_BASE_URL", "http://localhost:8000/v1", "openai")]
    public async Task A_usable_setting_makes_its_provider_and_no_other(string variable, string value, string slug)
    {
        await using var bench = new Bench((variable, value));
        bench.All.All.Select(p => p.Slug).Should().Equal(slug);
        bench.All.Missing.Should().HaveCount(3).And.NotContain(m => m.Slug == slug);
        bench.Provider(slug).Models.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("FAL_BASE_URL")]
    [InlineData("FAL_REST_URL")]
    public async Task An_address_that_is_none_turns_the_provider_off_and_is_named_without_repeating_it(string variable)
    {
        await using var bench = new Bench(("FAL_API_KEY", Fal), (variable, "ftp://canary"));
        bench.All.All.Should().BeEmpty();
        var feature = bench.Settings.OptionalFeatures.Single(f => f.Name == "fal");
        (feature.Variable, feature.IsWarned).Should().Be((variable, true));
        feature.Reason.Should().StartWith("is set, but not to an address").And.NotContain("canary");
    }

    [Fact]
    public async Task An_empty_address_is_the_same_as_none()
    {
        await using var bench = new Bench(("FAL_API_KEY", Fal), ("FAL_BASE_URL", " "));
        bench.Settings.Providers.Fal!.Queue.Should().Be(new Uri("https://queue.fal.run"));
    }

    [Fact]
    public async Task Keys_print_as_stars()
    {
        await using var bench = new Bench(("FAL_API_KEY", Fal));
        $"{bench.Settings} {bench.Settings.Providers} {bench.Settings.Providers.Fal}".Should().NotContain("0123456789abcdef");
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    [InlineData("openai")]
    public void The_catalogues_are_in_order(string slug)
    {
        var models = ModelCatalogue.BuiltIn(slug);
        models.Should().NotBeEmpty();
        models.Select(ModelCatalogue.Fault).Should().OnlyContain(f => f == null);
        models.Select(m => m.Name).Should().OnlyHaveUniqueItems();
        models.Should().OnlyContain(m => m.Price > 0 || m.PricePerSecond > 0, "nothing there is free");
    }

    [Fact]
    public async Task A_crews_own_catalogue_adds_and_replaces_and_a_broken_one_is_left_out_with_a_warning()
    {
        await using var bench = new Bench(("FAL_API_KEY", Fal));
        var file = Path.Combine(Directory.CreateDirectory(bench.Settings.ModelsDirectory).FullName, "fal.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new[] { new { name = "fal-ai/flux/dev", label = "Ours", price = 0.5 }, new { name = "crew/own", label = "Own", price = 1.0 } }));
        var models = bench.Provider("fal").Models;
        models.Select(m => m.Name).Should().StartWith(["fal-ai/flux/dev", "crew/own"]).And.OnlyHaveUniqueItems();
        models[0].Price.Amount.Should().Be(0.5m);

        await using var other = new Bench(("FAL_API_KEY", Fal));
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(other.Settings.ModelsDirectory).FullName, "fal.json"), """[{"name":"x","label":"X","prise":1}]""");
        other.Provider("fal").Models[0].Label.Should().Be("FLUX.1 dev");
        other.Log.Should().Contain(l => l.Contains("is left out", StringComparison.Ordinal) && l.Contains("prise", StringComparison.Ordinal));
    }
}
