using System.Net;
using System.Text.RegularExpressions;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed partial class PasswordResetTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Next = "four lanterns by the river";

    [Fact]
    public async Task A_link_by_mail_sets_a_forgotten_password_anew_and_ends_every_sign_in()
    {
        var owner = await SetUpAsync();
        using var here = await App.SignInAsync(owner);
        await here.GetAsync<MeAnswer>("/api/me");
        using var client = App.Anonymous("203.0.113.80");

        var token = await AskAsync(client, owner.Email.ToUpperInvariant());
        await ResetAsync(client, token).SucceedsAsync();

        var mail = App.Mailbox.Arrived.Single();
        mail.Should().BeEquivalentTo(new { From = "director@example.test", To = owner.Email });
        mail.Message.Subject.Should().Be("Your Director password");
        (await here.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        (await client.TryAsync(owner.Email, owner.Password).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
        using var again = await App.SignInAsync(owner, Next);
        (await again.RecordAsync()).Should().Contain("passwordReset done");
    }

    [Fact]
    public async Task A_link_counts_once_and_for_an_hour()
    {
        var owner = await SetUpAsync();
        using var client = App.Anonymous("203.0.113.81");
        var token = await AskAsync(client, owner.Email);
        (await ResetAsync(client, token, "short").ProblemAsync()).Fields.Should().Equal("newPassword");
        await ResetAsync(client, token).SucceedsAsync();
        (await ResetAsync(client, token).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.resetRefused", HttpStatus = 422, Fields = new[] { "token" } });

        var old = await AskAsync(client, owner.Email);
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await ResetAsync(client, old).ProblemAsync()).Code.Should().Be("auth.resetRefused");
    }

    [Fact]
    public async Task A_link_asked_for_before_the_password_was_changed_is_worth_nothing()
    {
        var owner = await SetUpAsync();
        using var here = await App.SignInAsync(owner);
        using var client = App.Anonymous("203.0.113.82");
        var token = await AskAsync(client, owner.Email);
        await here.PostJsonAsync("/api/me/password", new { currentPassword = owner.Password, newPassword = Next }).SucceedsAsync();

        (await ResetAsync(client, token, "something else entirely").ProblemAsync()).Code.Should().Be("auth.resetRefused");
    }

    [Theory]
    [InlineData("nobody@example.test")]
    [InlineData("")]
    [InlineData("a\u0000@example.test")]
    public async Task Asking_for_an_account_that_is_not_there_is_answered_alike_and_no_mail_goes_out(string email)
    {
        var owner = await SetUpAsync();
        using var client = App.Anonymous("203.0.113.83");

        using var answer = await client.PostJsonAsync("/api/auth/forgot", new { email });

        answer.StatusCode.Should().Be(HttpStatusCode.Accepted);
        (await answer.Content.ReadAsStringAsync()).Should().BeEmpty();
        await AskAsync(client, owner.Email); // the mails are sent one after the other
        App.Mailbox.Arrived.Should().ContainSingle();
    }

    [Fact]
    public async Task A_mailbox_cannot_be_filled_by_asking()
    {
        using var client = App.Anonymous("203.0.113.84");
        for (var i = 0; i < 3; i++) (await client.PostJsonAsync("/api/auth/forgot", new { email = "victim@example.test" })).StatusCode.Should().Be(HttpStatusCode.Accepted);
        using var elsewhere = App.Anonymous("203.0.113.85");

        (await elsewhere.PostJsonAsync("/api/auth/forgot", new { email = "Victim@example.test" }).ProblemAsync()).HttpStatus.Should().Be(429);
    }

    [Fact]
    public async Task A_mail_server_that_does_not_take_it_at_once_is_asked_again()
    {
        var owner = await SetUpAsync();
        App.Mailbox.RefuseNext(1);
        using var client = App.Anonymous("203.0.113.86");

        await AskAsync(client, owner.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_was_never_sent_is_refused(string token)
    {
        using var client = App.Anonymous("203.0.113.87");

        (await ResetAsync(client, token).ProblemAsync()).Code.Should().Be("auth.resetRefused");
    }

    /// <summary>An address of the test's own: a mailbox gets only so many mails, and the count outlives a test.</summary>
    private async Task<Owner> SetUpAsync()
    {
        var owner = Owner.Valid with { Email = $"{Guid.CreateVersion7():n}@example.test" };
        using var client = App.Anonymous();
        await client.PostJsonAsync("/api/setup", owner).SucceedsAsync();
        return owner;
    }

    private async Task<string> AskAsync(HttpClient client, string email)
    {
        var before = App.Mailbox.Arrived.Count;
        await client.PostJsonAsync("/api/auth/forgot", new { email }).SucceedsAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(App.Mailbox.Arrived.Count > before));
        var text = App.Mailbox.Arrived.Last().Message.TextBody;
        return Link().Match(text ?? "").Groups[1].Value;
    }

    private static Task<HttpResponseMessage> ResetAsync(HttpClient client, string token, string newPassword = Next) =>
        client.PostJsonAsync("/api/auth/reset", new { token, newPassword });

    [GeneratedRegex(@"^http://localhost:5080/reset-password#token=(\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
