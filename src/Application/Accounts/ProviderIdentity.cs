namespace Director.Application.Accounts;

/// <summary>What an OpenID Connect provider says of somebody who has just signed in there (OpenID Connect Core 1.0, section 5.1).</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who it is there: never another person's, unlike an address.</param>
/// <param name="Email">Their address, if the provider says one.</param>
/// <param name="EmailVerified">Whether the provider says that it is theirs.</param>
/// <param name="Name">Their name, if the provider says one.</param>
/// <param name="Groups">The groups that they are in.</param>
public sealed record ProviderIdentity(string Issuer, string Subject, string? Email, bool EmailVerified, string? Name, IReadOnlyCollection<string> Groups);
