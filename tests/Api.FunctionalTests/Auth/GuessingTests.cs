using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class GuessingTests(DirectorApp app) : FunctionalTest(app)
{
    private static readonly string Wrong = "not this one, surely";

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var owner = await Owner.SetUpAsync(App);
        using var client = App.Anonymous("203.0.113.20");

        var unknown = await LoginAsync(client, "nobody@example.test", owner.Password).ProblemAsync();
        var wrong = await LoginAsync(client, owner.Email, Wrong).ProblemAsync();

        unknown.Should().BeEquivalentTo(new { Code = "auth.wrongCredentials", HttpStatus = 401 });
        wrong.Should().BeEquivalentTo(unknown, o => o.Excluding(p => p.TraceId));
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("")]
    [InlineData("a\u0000@example.test")]
    public async Task An_address_that_cannot_be_one_is_simply_wrong(string email)
    {
        using var client = App.Anonymous("203.0.113.21");

        (await LoginAsync(client, email, Wrong).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
    }

    [Fact]
    public async Task The_address_is_compared_without_regard_to_case()
    {
        var owner = await Owner.SetUpAsync(App);
        using var client = App.Anonymous("203.0.113.22");

        await LoginAsync(client, owner.Email.ToUpperInvariant(), owner.Password).SucceedsAsync();
    }

    [Fact]
    public async Task After_five_wrong_tries_an_address_has_to_wait_for_that_account_alone()
    {
        var owner = await Owner.SetUpAsync(App);
        using var guesser = App.Anonymous("203.0.113.23");
        using var elsewhere = App.Anonymous("203.0.113.24");
        for (var i = 0; i < 5; i++) (await LoginAsync(guesser, owner.Email, Wrong).ProblemAsync()).HttpStatus.Should().Be(401);

        using var sixth = await LoginAsync(guesser, owner.Email.ToUpperInvariant(), owner.Password);
        sixth.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        sixth.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        (await Task.FromResult(sixth).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.tooManyTries", Retryable = true });

        (await LoginAsync(guesser, "nobody@example.test", Wrong).ProblemAsync()).HttpStatus.Should().Be(401);
        await LoginAsync(elsewhere, owner.Email, owner.Password).SucceedsAsync();
        App.Clock.Advance(TimeSpan.FromSeconds(61));
        await LoginAsync(guesser, owner.Email, owner.Password).SucceedsAsync();
    }

    [Fact]
    public async Task A_volley_of_guesses_is_not_let_through_at_once()
    {
        var owner = await Owner.SetUpAsync(App);
        using var guesser = App.Anonymous("203.0.113.25");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => LoginAsync(guesser, owner.Email, Wrong)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).Should().Be(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).Should().Be(7);
    }

    [Fact]
    public async Task One_address_cannot_try_account_after_account()
    {
        using var guesser = App.Anonymous("203.0.113.28");

        var answers = await Task.WhenAll(Enumerable.Range(0, 45).Select(i => LoginAsync(guesser, $"nobody{i}@example.test", Wrong)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).Should().Be(40);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).Should().Be(5);
    }

    [Fact]
    public async Task Good_sign_ins_use_up_no_tries()
    {
        var owner = await Owner.SetUpAsync(App);
        using var client = App.Anonymous("203.0.113.26");

        for (var i = 0; i < 7; i++) await LoginAsync(client, owner.Email, owner.Password).SucceedsAsync();
    }

    [Fact]
    public async Task Twenty_wrong_tries_from_everywhere_lock_the_account_for_five_minutes_without_saying_so()
    {
        var owner = await Owner.SetUpAsync(App);
        for (var i = 0; i < 20; i++)
        {
            using var guesser = App.Anonymous($"198.51.100.{i + 1}");
            await LoginAsync(guesser, owner.Email, Wrong).ProblemAsync();
        }

        using var client = App.Anonymous("203.0.113.27");
        (await LoginAsync(client, owner.Email, owner.Password).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
        var until = (await App.Database.ListAsync<DateTimeOffset>("select lockout_end from users where lockout_end is not null")).Should().ContainSingle().Subject;
        until.Should().BeCloseTo(DateTimeOffset.UtcNow.AddMinutes(5), TimeSpan.FromMinutes(1));
        await App.Database.ExecuteAsync("update users set lockout_end = now() - interval '1 second'");
        await LoginAsync(client, owner.Email, owner.Password).SucceedsAsync();
    }

    [Fact]
    public async Task The_password_is_kept_as_a_slow_salted_hash()
    {
        await Owner.SetUpAsync(App);

        var hash = Convert.FromBase64String((await App.Database.ListAsync<string>("select password_hash from users")).Single());
        // Identity's format 3: marker, pseudo-random function (2 = HMAC-SHA-512), iterations, salt length, each 4 bytes but the marker.
        hash[0].Should().Be(1);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).Should().Be(2);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).Should().BeGreaterThanOrEqualTo(220_000);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)).Should().BeGreaterThanOrEqualTo(16);
    }

    private static Task<HttpResponseMessage> LoginAsync(HttpClient client, string email, string password) =>
        client.PostJsonAsync("/api/auth/login", new { email, password, mode = "token" });
}
