using Director.Infrastructure.Persistence.Setup;

namespace Director.Infrastructure.Backup;

/// <summary>The tables that a backup leaves out; every other one is taken, whoever added it.</summary>
internal static class TablesNotTaken
{
    /// <summary>The scheduler's own: its work is found again in the generations.</summary>
    private const string SchedulerPrefix = "qrtz_";

    /// <summary>Left out always: the list of migrations stands in the header, the search index is made again from the assets as they
    /// arrive, whoever was signed in signs in again, what waits is given its turn again by the sweep, and how providers fare shows itself.</summary>
    internal static readonly IReadOnlyList<string> Always = [DatabaseContents.History, "asset_search", "user_sessions", "generation_turns", "provider_health"];

    /// <summary>Left out when a workspace leaves for another server: keys and links that open a door on the old one must not open one on the
    /// new, and answers kept for repeated requests belong to the server that gave them.</summary>
    internal static readonly IReadOnlyList<string> OfAWorkspace = ["idempotency_keys", "api_keys", "invitations"];

    /// <summary>The tables without a workspace of which a workspace takes its own rows along.</summary>
    internal static readonly IReadOnlyList<string> DirectoryOfAWorkspace = [Workspaces, People];

    internal const string Workspaces = "workspaces";
    internal const string People = "users";

    internal static bool Contains(TableShape table, BackupScope scope) =>
        Always.Contains(table.Name) || table.Name.StartsWith(SchedulerPrefix, StringComparison.Ordinal)
        || (scope == BackupScope.Workspace && (OfAWorkspace.Contains(table.Name) || (!table.IsTenant && !DirectoryOfAWorkspace.Contains(table.Name))));
}
