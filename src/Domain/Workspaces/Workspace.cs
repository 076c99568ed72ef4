using System.Globalization;
using System.Text;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>A crew's own space. Nothing in it can meet another crew's.</summary>
public sealed class Workspace
{
    /// <summary>Characters in a slug.</summary>
    public const int MaxSlug = 60;

    private Workspace(WorkspaceId id, string name, string slug) => (Id, Name, Slug) = (id, name, slug);

    /// <summary>Its id.</summary>
    public WorkspaceId Id { get; private set; }
    /// <summary>For people.</summary>
    public string Name { get; private set; }
    /// <summary>For URLs and headers: lower-case letters, digits and dashes, unique on the server.</summary>
    public string Slug { get; private set; }
    /// <summary>ISO 4217; every sum of the workspace is in it.</summary>
    public string Currency { get; private set; } = "USD";
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Makes a workspace; its slug comes from its name.</summary>
    public static Result<Workspace> Create(WorkspaceId id, string? name, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > AssetLimits.Name || name.Contains('\0', StringComparison.Ordinal))
            return Error.Field("workspaceName", $"A workspace needs a name of at most {AssetLimits.Name} characters.");
        return new Workspace(id, name.Trim(), SlugOf(name)) { CreatedAt = now };
    }

    private static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MaxSlug) break;
        }

        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "workspace";
    }
}

/// <summary>A person's membership of a workspace.</summary>
public sealed class WorkspaceMember(WorkspaceId workspaceId, UserId userId, string role)
{
    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; } = workspaceId;
    /// <summary>The person.</summary>
    public UserId UserId { get; private set; } = userId;
    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; private set; } = role;
    /// <summary>Since when.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
