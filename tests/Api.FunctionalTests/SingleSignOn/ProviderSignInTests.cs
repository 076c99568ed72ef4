using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.SingleSignOn;

/// <summary>Who gets in through the provider, and as what.</summary>
public sealed class ProviderSignInTests(DirectorApp app, SingleSignOnStage stage) : FunctionalTest(app), IClassFixture<SingleSignOnStage>
{
    private const string Leads = "OU=crew,CN=leads";

    [Fact]
    public async Task Somebody_of_a_group_that_has_a_role_gets_an_account_and_the_role()
    {
        var arrival = await stage.SignInAsync(new("s-new", "new@example.test", true, "New Hand", "artists", "bowlers"), "/films?sort=name");

        arrival.Location.Should().Be("/films?sort=name");
        var me = await MeAsync(arrival);
        me.User.Should().BeEquivalentTo(new { Name = "New Hand", Email = "new@example.test" });
        me.Workspaces.Should().ContainSingle().Which.Role.Should().Be("artist");
        (await arrival.Client!.RecordAsync()).Should().Equal("signIn done");
        (await RowsAsync("select kind from activity where subject_type = 'member' and actor_id = '" + me.User.Id + "'")).Should().Equal("loginWithProvider");
    }

    [Fact]
    public async Task The_same_person_comes_back_to_the_same_account_though_their_address_has_changed()
    {
        var first = await MeAsync(await stage.SignInAsync(new("s-again", "again@example.test", true, "Again", "artists")));
        var second = await MeAsync(await stage.SignInAsync(new("s-again", "married@example.test", false, "Again", "artists")));

        second.User.Should().Be(first.User);
    }

    [Fact]
    public async Task Of_several_groups_the_one_that_may_most_counts() =>
        (await RoleAsync(new("s-both", "both@example.test", true, "Both", "artists", Leads))).Should().Be("producer");

    [Fact]
    public async Task A_role_follows_the_groups_and_goes_with_them()
    {
        var person = new ProviderPerson("s-moves", "moves@example.test", true, "Moves", "artists");

        (await RoleAsync(person)).Should().Be("artist");
        (await RoleAsync(person with { Groups = [Leads] })).Should().Be("producer");
        (await RoleAsync(person with { Groups = [] })).Should().BeNull();
        (await RoleAsync(person)).Should().Be("artist");
    }

    [Fact]
    public async Task Somebody_in_none_of_the_groups_gets_no_account()
    {
        await RefusedAsync(new("s-none", "none@example.test", true, "None", "bowlers"), "auth.ssoNotInvited");

        (await RowsAsync("select email from users where email = 'none@example.test'")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_account_with_the_verified_address_becomes_theirs_and_keeps_a_role_that_the_provider_did_not_give()
    {
        var id = await MemberAsync("invited", "reviewer");

        var me = await MeAsync(await stage.SignInAsync(new("s-invited", "INVITED@example.test", true, "Other Name")));

        me.User.Should().BeEquivalentTo(new { Id = id, Name = "invited", Email = "invited@example.test" });
        me.Workspaces.Single().Role.Should().Be("reviewer");
    }

    [Fact]
    public async Task An_address_that_is_not_verified_opens_nobodys_account()
    {
        await MemberAsync("claimed", "producer");

        await RefusedAsync(new("s-claims", "claimed@example.test", false, "Claims", Leads), "auth.ssoEmailUnverified");
        await RefusedAsync(new("s-nameless", null, false, "Nameless", Leads), "auth.ssoEmailUnverified");

        (await RowsAsync("select provider_key from user_logins where provider_key in ('s-claims', 's-nameless')")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_that_was_given_to_somebody_else_does_not_open_the_former_ones_account()
    {
        await stage.SignInAsync(new("s-former", "desk@example.test", true, "Former", "artists"));

        await RefusedAsync(new("s-successor", "desk@example.test", true, "Successor", "artists"), "auth.ssoLinkedToAnother");
    }

    [Fact]
    public async Task A_disabled_person_is_refused_and_that_is_on_record()
    {
        var person = new ProviderPerson("s-disabled", "disabled@example.test", true, "Disabled", "artists");
        var id = (await MeAsync(await stage.SignInAsync(person))).User.Id;
        await ExecuteAsync($"update users set disabled_at = now() where id = '{id}'");

        await RefusedAsync(person, "auth.ssoRefused");

        (await RowsAsync($"select outcome from security_events where user_id = '{id}' and kind = 'signIn' order by at, id")).Should().Equal("done", "refused");
    }

    [Theory]
    [InlineData("artists")]
    [InlineData("bowlers")]
    public async Task No_group_makes_an_owner_anything_else(string group) =>
        (await RoleAsync(new("s-owner", Owner.Valid.Email, true, "Ada", group))).Should().Be("owner");

    [Fact]
    public async Task Their_account_has_no_password_until_they_ask_for_one()
    {
        await stage.SignInAsync(new("s-bare", "bare@example.test", true, "Bare", "artists"));
        using var client = stage.Server.Anonymous();

        foreach (var guess in (string[])["", "anything at all"])
            (await client.PostJsonAsync("/api/auth/login", new { email = "bare@example.test", password = guess }).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
    }

    private async Task<string?> RoleAsync(ProviderPerson person) => (await MeAsync(await stage.SignInAsync(person))).Workspaces.SingleOrDefault()?.Role;

    private async Task RefusedAsync(ProviderPerson person, string code)
    {
        var arrival = await stage.SignInAsync(person);
        arrival.Should().Be(new Arrival($"/login?sso={code}", null));
    }

    private static Task<MeAnswer> MeAsync(Arrival arrival)
    {
        arrival.Client.Should().NotBeNull("the browser ended at {0}", arrival.Location);
        return arrival.Client!.GetAsync<MeAnswer>("/api/me");
    }

    private async Task<Guid> MemberAsync(string name, string role)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync($"""
            insert into users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
              concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            values ('{id}', '{name}', now(), '{name}@example.test', upper('{name}@example.test'), '{name}@example.test', upper('{name}@example.test'), false, '', '', false, false, true, 0);
            select set_config('app.workspace', (select id::text from workspaces), false);
            insert into workspace_members (workspace_id, user_id, role, created_at) select id, '{id}', '{role}', now() from workspaces
            """);
        return id;
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await TestDatabase.OpenAsync(stage.Server.Owner);
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', coalesce((select min(id::text) from workspaces), ''), false)");
        return await TestDatabase.ListAsync<string>(connection, sql);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await TestDatabase.OpenAsync(stage.Server.Owner);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
