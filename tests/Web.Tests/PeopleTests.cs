namespace Director.Web.Tests;

/// <summary>Invitations, roles, passkeys, one-time codes, sign-ins and workspaces, in a real browser.</summary>
[Collection("one browser at a time")]
public sealed class PeopleTests
{
    [BrowserFact]
    public async Task People_come_in_and_may_do_what_their_role_allows() => await BrowserRun.PassesAsync("e2e/people.mjs");
}
