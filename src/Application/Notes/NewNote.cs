using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Notes;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Notes;

/// <summary>A note to be.</summary>
/// <param name="Text">The words, at most 4,000 characters.</param>
/// <param name="FrameIn">The first frame it is about, from 0.</param>
/// <param name="FrameOut">The last frame; absent: that one alone.</param>
/// <param name="Drawing">What was drawn on the picture: any JSON object or list, at most 128 kB.</param>
/// <param name="Resolved">Whether it was dealt with already.</param>
public sealed record NewNote(string Text, int FrameIn = 0, int? FrameOut = null, JsonElement? Drawing = null, bool Resolved = false)
{
    internal NoteChange Change => new()
    {
        Text = Text,
        FrameIn = FrameIn,
        FrameOut = FrameOut,
        Resolved = Resolved,
        Drawing = Drawing is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } drawn ? drawn.GetRawText() : Patch<string>.Unmentioned,
    };
}
