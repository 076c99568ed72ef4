using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;

namespace Director.Api.FunctionalTests.Auth;

public sealed class TotpTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>RFC 6238, appendix B: the secret is the ASCII of 12345678901234567890; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long unixSeconds, string code) =>
        OneTimeCode.At(unixSeconds / 30, "12345678901234567890"u8.ToArray()).Should().Be(code);

    [Fact]
    public void Secrets_are_written_as_the_standard_says() =>
        OneTimeCode.Text("foobar"u8.ToArray()).Should().Be("MZXW6YTBOI"); // RFC 4648, section 10

    [Fact]
    public async Task Until_a_code_has_been_confirmed_the_password_is_enough()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        var seed = await here.PostAsync<Seed>("/api/me/totp");
        seed.Uri.Should().StartWith("otpauth://totp/Director:ada%40example.test?secret=" + seed.Secret);

        using var elsewhere = await App.SignInAsync(owner);
        (await here.PostJsonAsync("/api/me/totp/confirm", new { code = "000000" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "totp.wrongCode", Fields = new[] { "code" } });
        (await here.GetAsync<State>("/api/me/totp")).Should().Be(new State(false, 0));
    }

    [Fact]
    public async Task With_codes_on_the_password_alone_is_asked_for_more_and_no_code_counts_twice()
    {
        var owner = await Owner.SetUpAsync(App);
        var (here, secret, _) = await SwitchOnAsync(owner);
        using var client = App.Anonymous();

        (await client.TryAsync(owner.Email, owner.Password).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.secondFactor", HttpStatus = 401 });
        (await client.TryAsync(owner.Email, "not the password").ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
        (await client.TryAsync(owner.Email, owner.Password, CodeOf(secret)).ProblemAsync()).Code.Should().Be("auth.wrongSecondFactor", "it confirmed the set-up already");
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(secret);
        await client.TryAsync(owner.Email, owner.Password, code).SucceedsAsync();
        (await client.TryAsync(owner.Email, owner.Password, code).ProblemAsync()).Code.Should().Be("auth.wrongSecondFactor");

        (await here.RecordAsync()).Should().Contain(["totpAdded done", "signIn refused", "signIn done"]);
        (await here.PostJsonAsync("/api/me/totp").ProblemAsync()).Should().BeEquivalentTo(new { Code = "totp.on", HttpStatus = 409 });
    }

    [Fact]
    public async Task A_recovery_code_is_worth_one_sign_in_and_only_hashes_are_kept()
    {
        var owner = await Owner.SetUpAsync(App);
        var (here, secret, codes) = await SwitchOnAsync(owner);
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        using var client = App.Anonymous();

        await client.TryAsync(owner.Email, owner.Password, recoveryCode: codes[3].ToLowerInvariant().Replace('-', ' ')).SucceedsAsync();

        (await client.TryAsync(owner.Email, owner.Password, recoveryCode: codes[3]).ProblemAsync()).Code.Should().Be("auth.wrongSecondFactor");
        (await here.GetAsync<State>("/api/me/totp")).Should().Be(new State(true, 9));
        var kept = string.Concat(await App.Database.ListAsync<string>("select to_jsonb(t)::text from user_totp t union all select to_jsonb(t)::text from user_recovery_codes t"));
        kept.Should().NotContainAny([secret, .. codes, .. codes.Select(c => c.Replace("-", "", StringComparison.Ordinal))]);
        (await here.RecordAsync()).Should().Contain("recoveryCodeUsed done");
    }

    [Fact]
    public async Task Wrong_codes_count_as_wrong_tries()
    {
        var owner = await Owner.SetUpAsync(App);
        await SwitchOnAsync(owner);
        using var guesser = App.Anonymous("203.0.113.60");

        for (var i = 0; i < 5; i++) (await guesser.TryAsync(owner.Email, owner.Password, $"{i:D6}").ProblemAsync()).HttpStatus.Should().Be(401);

        (await guesser.TryAsync(owner.Email, owner.Password, "000009").ProblemAsync()).HttpStatus.Should().Be(429);
        (await App.Database.ListAsync<int>("select access_failed_count from users")).Single().Should().BeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Switching_codes_off_takes_the_password()
    {
        var owner = await Owner.SetUpAsync(App);
        var (here, _, codes) = await SwitchOnAsync(owner);

        (await here.DeleteAsync("/api/me/totp", new { password = "not the password" }).ProblemAsync()).Code.Should().Be("account.wrongPassword");
        await here.DeleteAsync("/api/me/totp", new { password = owner.Password }).SucceedsAsync();

        using var elsewhere = await App.SignInAsync(owner);
        (await here.DeleteAsync("/api/me/totp", new { password = owner.Password }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "totp.off", HttpStatus = 404 });
        (await App.Database.ListAsync<long>("select count(*) from user_recovery_codes")).Should().Equal(0);
        codes.Should().NotBeEmpty();
    }

    private async Task<(HttpClient Here, string Secret, string[] Codes)> SwitchOnAsync(Owner owner)
    {
        var here = await App.SignInAsync(owner);
        var seed = await here.PostAsync<Seed>("/api/me/totp");
        var confirmed = await here.PostAsync<Confirmed>("/api/me/totp/confirm", new { code = CodeOf(seed.Secret) });
        return (here, seed.Secret, confirmed.RecoveryCodes);
    }

    private string CodeOf(string secret) => OneTimeCode.At(App.Clock.GetUtcNow().ToUnixTimeSeconds() / 30, Base32.Bytes(secret));

    private sealed record Seed(string Secret, string Uri);

    private sealed record Confirmed(string[] RecoveryCodes);

    private sealed record State(bool Enabled, int RecoveryCodesLeft);
}
