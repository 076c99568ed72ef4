namespace Director.Domain.Workspaces;

/// <summary>What a role may or may not do.</summary>
public enum Permission
{
    /// <summary>See the workspace's films and assets.</summary>
    Look,
    /// <summary>Create and change assets, links, collections and tags.</summary>
    Edit,
    /// <summary>Ask providers for takes, which may cost money.</summary>
    Generate,
    /// <summary>Circle, rate, reject and review.</summary>
    Review,
    /// <summary>Choose the take that is in the film.</summary>
    Select,
    /// <summary>Take the edit and its files home.</summary>
    Export,
    /// <summary>Manage the workspace itself.</summary>
    Administer,
}

/// <summary>The roles and what each may do: one table.</summary>
public static class Roles
{
    /// <summary>Everything.</summary>
    public const string Owner = "owner";

    private static readonly Dictionary<string, IReadOnlySet<Permission>> Table = new(StringComparer.Ordinal)
    {
        [Owner] = new HashSet<Permission>(Enum.GetValues<Permission>()),
    };

    /// <summary>What a role may do; nothing, when there is no such role.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(string role) => Table.TryGetValue(role, out var may) ? may : new HashSet<Permission>();
}
