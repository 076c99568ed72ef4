using Director.Domain.Common;

namespace Director.Application.MediaFiles;

/// <summary>Every refusal that concerns a file.</summary>
public static class MediaErrors
{
    /// <summary>More bytes than allowed.</summary>
    public static Error TooLarge(long limit) => new("media.tooLarge", $"A file has at most {limit / (1024 * 1024)} MB.", ErrorKind.TooLarge);
    /// <summary>No bytes at all.</summary>
    public static readonly Error Empty = new("media.empty", "The file is empty.");
    /// <summary>Its bytes say that it is none of the formats that are taken.</summary>
    public static readonly Error Unsupported = new("media.unsupported", "The file is none of PNG, JPEG, WebP, GIF, MP4, QuickTime, WebM, WAV, MP3, FLAC, Ogg or AAC; its bytes decide, not its name.");
    /// <summary>It begins like a picture and is none.</summary>
    public static readonly Error Corrupt = new("media.corrupt", "The file begins like a picture but cannot be read.");
    /// <summary>It would fill the memory.</summary>
    public static Error TooManyPixels(long pixels, long limit) => new("media.tooManyPixels", $"The picture has {pixels / 1_000_000} megapixels; {limit / 1_000_000} is the most.");
    /// <summary>A video on an image asset, and the like.</summary>
    public static Error WrongKind(string contentType, string label) => new("media.wrongKind", $"A file of type {contentType} does not belong on a {label.ToLowerInvariant()}.");
    /// <summary>There is no picture to make a thumbnail of.</summary>
    public static readonly Error NoThumbnail = new("media.noThumbnail", "This asset has no picture to make a thumbnail of.", ErrorKind.NotFound);
    /// <summary>Not one of the sizes.</summary>
    public static readonly Error ThumbnailSize = Error.Field("size", $"size is one of {string.Join(", ", ThumbnailSizes.All)}.");
}

/// <summary>The widths thumbnails are made in, in pixels.</summary>
public static class ThumbnailSizes
{
    /// <summary>The one when none is named.</summary>
    public const int Default = 320;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<int> All = [160, 320, 480, 640, 960, 1280];
}
