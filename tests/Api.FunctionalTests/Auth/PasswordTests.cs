using System.Buffers.Binary;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Director.Api.FunctionalTests.Auth;

public sealed class PasswordTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Next = "four lanterns by the river";

    [Fact]
    public async Task A_changed_password_ends_every_other_sign_in()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var there = await App.SignInAsync(owner);
        await there.GetAsync<MeAnswer>("/api/me");

        await here.PostJsonAsync("/api/me/password", new { currentPassword = owner.Password, newPassword = Next }).SucceedsAsync();

        await here.GetAsync<MeAnswer>("/api/me");
        (await there.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        (await there.TryAsync(owner.Email, owner.Password).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
        using var again = await App.SignInAsync(owner, Next);
        (await again.RecordAsync()).Should().Contain("passwordChanged done");
    }

    [Fact]
    public async Task Whoever_does_not_know_the_current_password_cannot_change_it_and_soon_cannot_try()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        for (var i = 0; i < 5; i++)
        {
            (await here.PostJsonAsync("/api/me/password", new { currentPassword = $"a guess {i}", newPassword = Next }).ProblemAsync())
                .Should().BeEquivalentTo(new { Code = "account.wrongPassword", HttpStatus = 422, Fields = new[] { "currentPassword" } });
        }

        (await here.PostJsonAsync("/api/me/password", new { currentPassword = owner.Password, newPassword = Next }).ProblemAsync())
            .Should().BeEquivalentTo(new { Code = "auth.tooManyTries", HttpStatus = 429 });
        (await here.RecordAsync()).Should().Contain("passwordChanged refused");
        using var still = await App.SignInAsync(owner);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("password1234")]
    [InlineData("Ada Reel 1234")]
    public async Task A_guessable_new_password_is_refused_and_the_old_one_stays(string guessable)
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);

        (await here.PostJsonAsync("/api/me/password", new { currentPassword = owner.Password, newPassword = guessable }).ProblemAsync())
            .Should().BeEquivalentTo(new { HttpStatus = 422, Fields = new[] { "newPassword" } });

        using var still = await App.SignInAsync(owner);
    }

    [Theory]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("Password123!")]
    [InlineData("PASSWORDPASSWORD")]
    [InlineData("iloveyou1234")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("111111111111")]
    [InlineData("administrator")]
    [InlineData("changemechangeme")]
    [InlineData("123qweasdzxc")]
    [InlineData("111222333444")]
    [InlineData("ManchesterUnited")]
    public async Task What_is_guessed_first_is_refused(string common)
    {
        using var client = App.Anonymous();

        (await client.PostJsonAsync("/api/setup", Owner.Valid with { Password = common }).ProblemAsync())
            .Should().BeEquivalentTo(new { HttpStatus = 422, Fields = new[] { "password" } });
    }

    [Fact]
    public async Task A_hash_of_fewer_iterations_is_made_anew_at_the_next_sign_in()
    {
        var owner = await Owner.SetUpAsync(App);
        var old = new PasswordHasher<DirectorUser>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(new DirectorUser(), owner.Password);
        await App.Database.ExecuteAsync("update users set password_hash = $1", old);
        (await IterationsAsync()).Should().Be(100_000);

        using var client = await App.SignInAsync(owner);

        (await IterationsAsync()).Should().BeGreaterThanOrEqualTo(220_000);
        using var again = await App.SignInAsync(owner);
    }

    [Fact]
    public async Task A_person_changes_their_name()
    {
        using var ada = await App.CreateClient("ada");

        (await ada.PatchAsync<PersonAnswer>("/api/me", new { name = "  Ada Lovelace " })).Name.Should().Be("Ada Lovelace");

        (await ada.GetAsync<MeAnswer>("/api/me")).User.Name.Should().Be("Ada Lovelace");
        (await ada.SendJsonAsync(HttpMethod.Patch, "/api/me", new { name = " " }).ProblemAsync()).Fields.Should().Equal("name");
    }

    /// <summary>Identity's format 3: marker, pseudo-random function, iterations, each 4 bytes but the marker.</summary>
    private async Task<uint> IterationsAsync() =>
        BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String((await App.Database.ListAsync<string>("select password_hash from users")).Single()).AsSpan(5));
}
