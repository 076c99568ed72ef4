namespace Director.Application.MediaFiles.Work;

/// <summary>What is worked at in the background, and what can be made of it.</summary>
public static class MediaKinds
{
    /// <summary>The kind of background work.</summary>
    public const string Work = "media";

    /// <summary>Whether there is anything to do for a file of this type: clips and sounds.</summary>
    public static bool IsWorkedAt(string contentType) => Moves(contentType) || contentType.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>Whether it is a moving picture.</summary>
    public static bool Moves(string contentType) => contentType.StartsWith("video/", StringComparison.Ordinal);
}
