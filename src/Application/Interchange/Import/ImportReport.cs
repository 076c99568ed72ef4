using Director.Application.Interchange.Screenplays;

namespace Director.Application.Interchange.Import;

/// <summary>What an import does, or with a dry run would do. A thing may stand in several lists: a scene can be moved and changed.</summary>
/// <param name="New">What is made.</param>
/// <param name="Changed">What reads differently now.</param>
/// <param name="Moved">What stands elsewhere now.</param>
/// <param name="Omitted">What the script no longer has: kept, with its takes, and marked omitted.</param>
/// <param name="Reinstated">What was omitted and is in the script again.</param>
/// <param name="Problems">What could not be understood, by line.</param>
public sealed record ImportReport(
    IReadOnlyList<ImportItem> New,
    IReadOnlyList<ImportItem> Changed,
    IReadOnlyList<ImportItem> Moved,
    IReadOnlyList<ImportItem> Omitted,
    IReadOnlyList<ImportItem> Reinstated,
    IReadOnlyList<ScreenplayProblem> Problems)
{
    /// <summary>True when the film already is what the script says.</summary>
    public bool IsEmpty => New.Count + Changed.Count + Moved.Count + Omitted.Count + Reinstated.Count == 0;
}

/// <summary>One line of the report.</summary>
/// <param name="Kind">"scene" or "shot".</param>
/// <param name="Id">Its id; null for what a dry run would make.</param>
/// <param name="Code">A shot's code, or a scene's number.</param>
/// <param name="Title">A scene's heading, or a shot's description.</param>
/// <param name="Line">The line of the new script; null for what the script no longer has.</param>
/// <param name="Before">Changed: the old text. Moved: the old place, counted from 1 among its siblings, or the heading of the scene it left.</param>
/// <param name="After">The same, after.</param>
public sealed record ImportItem(string Kind, Guid? Id, string? Code, string Title, int? Line = null, string? Before = null, string? After = null)
{
    public const string Scene = "scene";
    public const string Shot = "shot";
}
