using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Burns a guest's name into clips, once for each guest and clip. Needs ffmpeg on the server.</summary>
public interface IClipWatermarks
{
    /// <summary>The type of what it makes.</summary>
    const string ContentType = "video/mp4";

    /// <summary>Whether this server can.</summary>
    bool Available { get; }

    /// <summary>An MP4 with the name across it; null when the workspace has no such clip, or when it cannot be read in time.</summary>
    /// <param name="sha256">The clip.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="guest">Whose name.</param>
    /// <param name="ct">Cancels.</param>
    Task<Stream?> GetAsync(string sha256, string contentType, ShareGuest guest, CancellationToken ct);
}
