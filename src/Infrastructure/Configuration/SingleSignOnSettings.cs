using Director.Domain.Workspaces;

namespace Director.Infrastructure.Configuration;

/// <summary>The OpenID Connect provider that people may sign in through, and what its groups are here.</summary>
/// <param name="Authority">The issuer; its discovery document lies below it (OpenID Connect Discovery 1.0, section 4).</param>
/// <param name="ClientId">What Director is called there.</param>
/// <param name="ClientSecret">What it proves that with; null for a client that PKCE alone protects.</param>
/// <param name="Scopes">What is asked for; <c>openid</c> is among them.</param>
/// <param name="GroupClaim">The claim that lists a person's groups.</param>
/// <param name="Roles">Which group is which role; owner is none of them.</param>
/// <param name="RoleOfOthers">The role of whoever is in none of the groups; null: they are not let in.</param>
/// <param name="Workspace">The slug of the workspace that people land in; null: the only one there is.</param>
/// <param name="TrustsEmail">Whether the provider's addresses count as verified though it does not say so.</param>
public sealed record SingleSignOnSettings(
    Uri Authority, string ClientId, Secret? ClientSecret, IReadOnlyList<string> Scopes, string GroupClaim, IReadOnlyDictionary<string, string> Roles, string? RoleOfOthers,
    string? Workspace, bool TrustsEmail)
{
    private const string OpenId = "openid";
    private const string UsualScopes = "openid profile email";

    /// <summary>Reads the settings; without a usable authority the rest is not looked at.</summary>
    /// <returns>The settings, or the variable that keeps them from being used and why.</returns>
    internal static (SingleSignOnSettings? Settings, (string Variable, string Reason)? Problem) Read(SettingsReader settings)
    {
        var authority = settings.Read("OIDC_AUTHORITY", "Identity:Oidc:Authority");
        if (authority.Value is not { } address || !FeatureSettings.IsWebAddress(address)) return (null, null);
        var issuer = new Uri(address);
        if (issuer.Scheme != Uri.UriSchemeHttps && !issuer.IsLoopback) return (null, (authority.Variable, "has to begin with https:// unless the provider is on this machine"));

        var client = settings.Read("OIDC_CLIENT_ID", "Identity:Oidc:ClientId");
        if (client.Value is not { } id) return (null, (client.Variable, client.Problem ?? "is not set"));
        var secret = settings.Read("OIDC_CLIENT_SECRET", "Identity:Oidc:ClientSecret");
        var scopes = settings.Read("OIDC_SCOPES", "Identity:Oidc:Scopes");
        var claim = settings.Read("OIDC_GROUP_CLAIM", "Identity:Oidc:GroupClaim");
        var workspace = settings.Read("OIDC_WORKSPACE", "Identity:Oidc:Workspace");
        if (new[] { secret, scopes, claim, workspace }.FirstOrDefault(s => s.Problem is not null) is { } unread) return (null, (unread.Variable, unread.Problem!));

        var roles = settings.Read("OIDC_ROLES", "Identity:Oidc:Roles");
        var others = settings.Read("OIDC_DEFAULT_ROLE", "Identity:Oidc:DefaultRole");
        var trust = settings.Read("OIDC_TRUST_EMAIL", "Identity:Oidc:TrustEmail");
        var (map, fault) = Map(roles);
        if (fault is not null) return (null, (roles.Variable, fault));
        if (others.Problem is not null || (others.Value is { } role && !MayBeGiven(role))) return (null, (others.Variable, others.Problem ?? $"is set, but not to {Givable}"));
        var trusts = false;
        if (trust.Problem is not null || (trust.Value is { } word && !bool.TryParse(word, out trusts))) return (null, (trust.Variable, trust.Problem ?? "is set, but not to true or false"));

        var asked = (scopes.Value ?? UsualScopes).Split([' ', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (new SingleSignOnSettings(
            issuer, id, secret.Value is { } given ? new Secret(given) : null, [.. asked.Prepend(OpenId).Distinct(StringComparer.Ordinal)], claim.Value ?? "groups", map,
            others.Value, workspace.Value, trusts), null);
    }

    /// <summary>Owners are made by owners alone.</summary>
    private static bool MayBeGiven(string role) => Domain.Workspaces.Roles.Exists(role) && role != Domain.Workspaces.Roles.Owner;

    private static string Givable => string.Join(", ", Domain.Workspaces.Roles.All.Where(MayBeGiven));

    /// <summary>Pairs apart by semicolons or lines; the last = of each divides, since a directory's names have some themselves.</summary>
    private static (Dictionary<string, string> Map, string? Fault) Map(SettingValue found)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (found.Problem is not null) return (map, found.Problem);
        foreach (var pair in (found.Value ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.LastIndexOf('=');
            var (group, role) = at < 0 ? ("", "") : (pair[..at].Trim(), pair[(at + 1)..].Trim());
            if (group.Length == 0 || !MayBeGiven(role) || !map.TryAdd(group, role))
                return (map, $"is set, but not to pairs such as editors=artist; leads=producer, each group once, with a role among {Givable}");
        }

        return (map, null);
    }
}
