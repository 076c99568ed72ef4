namespace Director.Domain.Workspaces;

/// <summary>What a role may or may not do. Its name, in camel case, is also the scope of an API key.</summary>
public enum Permission
{
    /// <summary>See the workspace's films and assets, its people and its record.</summary>
    Look,
    /// <summary>Create and change assets, links, collections and tags.</summary>
    Edit,
    /// <summary>Ask providers for takes, which may cost money.</summary>
    Generate,
    /// <summary>Write notes; circle, rate, reject and review takes.</summary>
    Review,
    /// <summary>Choose the take that is in the film.</summary>
    Select,
    /// <summary>Take the edit and its files home.</summary>
    Export,
    /// <summary>Show films, scenes and takes to guests by link.</summary>
    Share,
    /// <summary>Manage the workspace: its settings, members, invitations, keys and budgets.</summary>
    Administer,
    /// <summary>Make and unmake owners; archive and delete the workspace, take all of it away.</summary>
    Own,
}
