using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>A file for one guest.</summary>
/// <param name="ContentType">Measured.</param>
/// <param name="Tag">Names these very bytes.</param>
/// <param name="Content">Can be read from any place; disposed by whoever sends it.</param>
public sealed record SharedFile(string ContentType, string Tag, Stream Content);
