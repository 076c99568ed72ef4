using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.UnitTests.Configuration;

public sealed class DirectorSettingsTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("director-settings-").FullName;

    public static TheoryData<string> VariablesWarnedAbout => ["FAL_API_KEY", "REPLICATE_API_TOKEN", "OPENAI_API_KEY", "COMFYUI_URL", "TELEGRAM_BOT_TOKEN"];

    public static TheoryData<string> CheckedVariables =>
        ["FAL_API_KEY", "REPLICATE_API_TOKEN", "OPENAI_API_KEY", "COMFYUI_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_CHAT_ID", "DIRECTOR_PUBLIC_URL", "OIDC_AUTHORITY"];

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [MemberData(nameof(VariablesWarnedAbout))]
    public void An_absent_key_is_one_warning_that_names_the_variable_and_what_stays_off(string variable) =>
        WarningsAbout(variable, Load()).Should().ContainSingle()
            .Which.Should().Contain($"{variable} is not set").And.MatchRegex(@"\. [A-Z].+\.$");

    [Theory]
    [MemberData(nameof(VariablesWarnedAbout))]
    public void An_empty_key_is_the_same_as_none(string variable) =>
        WarningsAbout(variable, Load((variable, ""))).Should().ContainSingle().Which.Should().Contain($"{variable} is not set");

    [Theory]
    [MemberData(nameof(CheckedVariables))]
    public void Garbage_is_one_warning_that_says_what_is_expected_and_never_repeats_it(string variable)
    {
        var settings = Load((variable, "gar\tbage ⚠ canary"));

        var warning = WarningsAbout(variable, settings).Should().ContainSingle().Subject;
        warning.Should().Contain($"{variable} is set, but not to").And.NotContain("canary");
        Feature(variable, settings).Status.Should().Be(OptionalFeatureStatus.NotConfigured);
    }

    [Theory]
    [InlineData("TELEGRAM_BOT_TOKEN", "123456789:AAaaBBbbCCccDDddEEeeFFffGGggHHhh")]
    public void A_key_of_the_right_shape_for_what_this_version_cannot_use_yet_is_answered_honestly(string variable, string value)
    {
        var settings = Load((variable, value));

        Feature(variable, settings).Status.Should().Be(OptionalFeatureStatus.Degraded);
        WarningsAbout(variable, settings).Should().ContainSingle().Which.Should().NotContain(value);
    }

    [Theory]
    [InlineData("FAL_API_KEY", "0a1b2c3d-1111-2222-3333-444455556666:0123456789abcdef0123456789abcdef")]
    [InlineData("REPLICATE_API_TOKEN", "r8_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("OPENAI_API_KEY", "sk-proj-abcdefghijklmnopqrstuvwxyz")]
    [InlineData("COMFYUI_URL", "http://localhost:8188")]
    public void A_key_of_the_right_shape_turns_its_provider_on_without_a_word(string variable, string value)
    {
        var settings = Load((variable, value));

        Feature(variable, settings).Status.Should().Be(OptionalFeatureStatus.Available);
        WarningsAbout(variable, settings).Should().BeEmpty();
    }

    [Theory]
    [InlineData("TELEGRAM_CHAT_ID")]
    [InlineData("DIRECTOR_PUBLIC_URL")]
    [InlineData("S3_BUCKET")]
    [InlineData("SMTP_HOST")]
    [InlineData("OIDC_AUTHORITY")]
    public void What_few_crews_need_is_not_missed_aloud(string variable)
    {
        var settings = Load();

        WarningsAbout(variable, settings).Should().BeEmpty();
        Feature(variable, settings).Status.Should().Be(OptionalFeatureStatus.NotConfigured);
    }

    [Fact]
    public void A_key_is_also_found_in_its_section_and_then_named_as_it_was_set()
    {
        var settings = Load(("Providers:Fal:ApiKey", "garbage"));

        settings.OptionalFeatures.Single(feature => feature.Name == "fal").Variable.Should().Be("Providers__Fal__ApiKey");
    }

    [Fact]
    public void A_secret_may_stand_in_a_file()
    {
        var file = Path.Combine(data, "database");
        File.WriteAllText(file, "postgresql://ann:secret@db/film\n");

        Load(("DATABASE_URL_FILE", file)).DatabaseOwner!.Reveal().Should().Contain("Database=film");
    }

    [Fact]
    public void A_missing_file_stops_the_start_where_the_setting_is_needed()
    {
        var loading = () => Load(("DATABASE_URL_FILE", "/nowhere/at/all"));

        loading.Should().Throw<InvalidSettingException>().WithMessage("DATABASE_URL_FILE names a file that cannot be read.");
    }

    [Fact]
    public void A_missing_file_only_turns_an_optional_feature_off() =>
        WarningsAbout("FAL_API_KEY_FILE", Load(("FAL_API_KEY_FILE", "/nowhere/at/all"))).Should().ContainSingle();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_database_the_embedded_one_is_meant(string? value) => Load(("DATABASE_URL", value)).DatabaseOwner.Should().BeNull();

    [Fact]
    public void The_connection_string_s_section_is_an_address_too() =>
        Load(("ConnectionStrings:Director", "Host=db;Database=film;Username=ann")).DatabaseOwner!.Reveal().Should().Contain("film");

    [Fact]
    public void An_app_role_without_its_database_is_refused()
    {
        var loading = () => Load(("DATABASE_APP_URL", "postgresql://app:x@db/film"));

        loading.Should().Throw<InvalidSettingException>().WithMessage("DATABASE_APP_URL is set without DATABASE_URL*");
    }

    [Fact]
    public void The_secret_key_is_made_once_kept_privately_and_read_again()
    {
        var first = Load().SecretKey.Reveal();

        Load().SecretKey.Reveal().Should().Be(first);
        first.Length.Should().BeGreaterThanOrEqualTo(32);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(data, "keys", "secret.key")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Two_starts_at_once_agree_on_one_secret_key()
    {
        var keys = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => Load().SecretKey.Reveal()).ToList();

        keys.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void A_short_secret_key_is_refused_without_repeating_it()
    {
        var loading = () => Load(("SECRET_KEY", "canary"));

        loading.Should().Throw<InvalidSettingException>().Which.Message.Should().StartWith("SECRET_KEY is shorter than 32 bytes").And.NotContain("canary");
    }

    [Fact]
    public void A_damaged_kept_key_is_never_replaced()
    {
        Load();
        var path = Path.Combine(data, "keys", "secret.key");
        File.WriteAllText(path, "torn");

        var loading = () => Load();

        loading.Should().Throw<InvalidSettingException>().WithMessage("*damaged*backup*");
        File.ReadAllText(path).Should().Be("torn");
    }

    [Fact]
    public void A_data_directory_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(data, "file");
        File.WriteAllText(file, "");

        var loading = () => Load(("DIRECTOR_DATA", Path.Combine(file, "below")));

        loading.Should().Throw<InvalidSettingException>().WithMessage("DIRECTOR_DATA is the folder*cannot write*");
    }

    [Fact]
    public void Secrets_print_as_stars()
    {
        var settings = Load(("DATABASE_URL", "postgresql://ann:canary@db/film"), ("SECRET_KEY", "canary-canary-canary-canary-canary"));

        settings.ToString().Should().NotContain("canary");
    }

    private static OptionalFeature Feature(string variable, DirectorSettings settings) =>
        settings.OptionalFeatures.Single(feature => feature.Variable == variable);

    private static List<string> WarningsAbout(string variable, DirectorSettings settings)
    {
        var logger = new CollectingLogger();
        OptionalFeatureLog.Write(logger, settings.OptionalFeatures);
        return [.. logger.Warnings.Where(warning => warning.Contains($" {variable} ", StringComparison.Ordinal))];
    }

    private DirectorSettings Load(params (string Name, string? Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DIRECTOR_DATA", data)])
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
            .Build();
        return DirectorSettings.Load(configuration);
    }
}
