using static Director.Domain.Workspaces.Permission;

namespace Director.Domain.Workspaces;

/// <summary>The roles of a crew and what each may do: one table, which everything else asks.</summary>
public static class Roles
{
    /// <summary>Everything. A workspace always has at least one.</summary>
    public const string Owner = "owner";
    /// <summary>Runs the production: money, people and the pick; cannot give the workspace away.</summary>
    public const string Producer = "producer";
    /// <summary>Makes the film: everything about its pictures, the pick included.</summary>
    public const string Director = "director";
    /// <summary>Makes shots and takes; does not choose among them.</summary>
    public const string Artist = "artist";
    /// <summary>Looks and says what they think of a take.</summary>
    public const string Reviewer = "reviewer";
    /// <summary>Looks.</summary>
    public const string Viewer = "viewer";

    private static readonly Dictionary<string, IReadOnlySet<Permission>> Table = new(StringComparer.Ordinal)
    {
        [Owner] = new HashSet<Permission>(Enum.GetValues<Permission>()),
        [Producer] = new HashSet<Permission> { Look, Edit, Generate, Review, Select, Export, Share, Administer },
        [Director] = new HashSet<Permission> { Look, Edit, Generate, Review, Select, Export, Share },
        [Artist] = new HashSet<Permission> { Look, Edit, Generate, Review, Export },
        [Reviewer] = new HashSet<Permission> { Look, Review },
        [Viewer] = new HashSet<Permission> { Look },
    };

    private static readonly HashSet<Permission> Nothing = [];

    /// <summary>Every role, from the one that may most to the one that may least.</summary>
    public static IReadOnlyList<string> All { get; } = [Owner, Producer, Director, Artist, Reviewer, Viewer];

    /// <summary>Whether there is such a role.</summary>
    public static bool Exists(string? role) => role is not null && Table.ContainsKey(role);

    /// <summary>What a role may do; nothing, when there is no such role.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(string role) => Table.TryGetValue(role, out var may) ? may : Nothing;
}
