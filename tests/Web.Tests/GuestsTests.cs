namespace Director.Web.Tests;

/// <summary>Somebody without an account, in a browser of their own.</summary>
[Collection("one browser at a time")]
public sealed class GuestsTests
{
    [BrowserFact]
    public async Task A_guest_sees_what_is_shared_is_heard_at_once_and_shut_out_at_once() => await BrowserRun.PassesAsync("e2e/guests.mjs");
}
