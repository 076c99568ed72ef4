using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>
/// What an import keeps with each scene and shot that it made: which piece of script it is, and, for a shot, the description it wrote, so that
/// the next import can tell whether the crew has written its own since.
/// </summary>
internal readonly record struct ImportKey(string Fingerprint, string Written)
{
    private const string None = "-";

    public static string OfShot(ProposedShot shot) => $"{shot.Fingerprint}.{TextFingerprint.Of([shot.Description])}";

    public static string OfScene(ProposedScene scene) => $"{scene.Fingerprint ?? None}.{TextFingerprint.Of([scene.Scene.Heading])}";

    /// <summary>Null for a thing made by hand, and for a key this type did not write.</summary>
    public static ImportKey? Parse(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 ? new ImportKey(text![..dot], text[(dot + 1)..]) : null;
    }

    public bool HasContent => Fingerprint != None;
}
