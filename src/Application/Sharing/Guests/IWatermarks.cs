using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Burns a guest's name into pictures, once for each guest and picture.</summary>
public interface IWatermarks
{
    /// <summary>A WebP with the name across it; null when the workspace has no such picture.</summary>
    /// <param name="sha256">The picture.</param>
    /// <param name="guest">Whose name.</param>
    /// <param name="width">At most so many pixels wide; null: as wide as it is.</param>
    /// <param name="ct">Cancels.</param>
    Task<Stream?> GetAsync(string sha256, ShareGuest guest, int? width, CancellationToken ct);
}
