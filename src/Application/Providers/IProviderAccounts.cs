using Director.Application.Common.Ports;
using Director.Domain.Common;

namespace Director.Application.Providers;

/// <summary>Where a provider's key comes from.</summary>
public enum ProviderKeySource
{
    /// <summary>It needs none: it works in this house.</summary>
    BuiltIn,
    /// <summary>The workspace's own, kept here.</summary>
    Workspace,
    /// <summary>The server's environment; it cannot be changed here, only gone before by a key of the workspace's own.</summary>
    Environment,
    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>A provider as a workspace reaches it. Keys go in and never come out again.</summary>
/// <param name="Slug">What requests and recipes call it.</param>
/// <param name="Label">For people.</param>
/// <param name="Source">Where its key comes from.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Variable">The variable that would set it up for the whole server; null for what needs none.</param>
/// <param name="Reason">Why it cannot be used.</param>
/// <param name="LastFour">The last four characters of the workspace's own key; null when there is none, or it is too short to show any.</param>
/// <param name="BaseUrl">The workspace's own address for it; null: the usual one.</param>
/// <param name="UsualUrl">The address that is taken when none is given; null when one has to be.</param>
/// <param name="TakesKey">Whether it wants a key.</param>
/// <param name="KeyLooksLike">What a key looks like; null when it wants none.</param>
/// <param name="UpdatedAt">When the workspace's own was set.</param>
/// <param name="UpdatedBy">By whom.</param>
public sealed record ProviderAccountDto(
    string Slug, string Label, ProviderKeySource Source, Availability Status, string? Variable, string? Reason, string? LastFour, string? BaseUrl, string? UsualUrl, bool TakesKey,
    string? KeyLooksLike, DateTimeOffset? UpdatedAt, Guid? UpdatedBy);

/// <summary>What a workspace has of its own to reach providers with.</summary>
public interface IProviderAccounts
{
    /// <summary>Every provider, those that can be used first.</summary>
    Task<IReadOnlyList<ProviderAccountDto>> ListAsync(CancellationToken ct);

    /// <summary>Whether a key and an address can be what is meant, by their shape and by where the address leads; nothing is called.</summary>
    /// <returns>The refusal; null when they may be kept.</returns>
    Error? Check(string slug, string? apiKey, string? baseUrl);

    /// <summary>Keeps them, sealed, in the place of those that were.</summary>
    Task KeepAsync(string slug, string? apiKey, string? baseUrl, Stamp stamp, CancellationToken ct);

    /// <summary>Forgets them.</summary>
    /// <returns>Whether there were any.</returns>
    Task<bool> ForgetAsync(string slug, CancellationToken ct);
}

/// <summary>Every refusal that concerns a provider's credentials.</summary>
public static class ProviderAccountErrors
{
    /// <summary>No such provider, or one that needs nothing.</summary>
    public static readonly Error NotFound = new("provider.notFound", "There is no provider of that name that takes credentials; GET /api/providers lists them.", ErrorKind.NotFound);
    /// <summary>The workspace has none of its own for it.</summary>
    public static readonly Error None = new("provider.noCredentials", "This workspace has no credentials of its own for this provider.", ErrorKind.NotFound);
    /// <summary>A key is needed.</summary>
    public static Error KeyMissing(string looksLike) => Error.Field("apiKey", $"apiKey is needed: {looksLike}.", "provider.keyMissing");
    /// <summary>That is no key of this provider's.</summary>
    public static Error KeyShape(string looksLike) => Error.Field("apiKey", $"apiKey has to be {looksLike}.", "provider.keyShape");
    /// <summary>It takes none.</summary>
    public static readonly Error KeyUnused = Error.Field("apiKey", "This provider takes no key.", "provider.keyUnused");
    /// <summary>An address is needed.</summary>
    public static readonly Error UrlMissing = Error.Field("baseUrl", "baseUrl is needed: where the provider is found.", "provider.urlMissing");
    /// <summary>Not an address.</summary>
    public static readonly Error UrlShape = Error.Field("baseUrl", "baseUrl is an absolute http or https address without query, fragment or user.", "provider.urlShape");
    /// <summary>An address that a workspace may not have called.</summary>
    public static Error UrlInside(string variable) => Error.Field("baseUrl", $"baseUrl has to be an https address of the internet: where this server may call addresses of its own network for a workspace, {variable} says so.", "provider.urlInside");
}
