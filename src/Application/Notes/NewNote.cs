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
/// <param name="Drawing">What was drawn on the picture: any JSON object or list, at most 128 kB. The web app writes coordinates as shares of the picture's width and height.</param>
/// <param name="Resolved">Whether it was dealt with already.</param>
/// <param name="ReplyTo">The note it answers: it is then about the same frames, and dealt with when that one is.</param>
/// <param name="Mentions">The ids of the members it mentions, at most 50. Guests mention nobody.</param>
public sealed record NewNote(
    string Text, int FrameIn = 0, int? FrameOut = null, JsonElement? Drawing = null, bool Resolved = false, Guid? ReplyTo = null, IReadOnlyList<Guid>? Mentions = null)
{
    internal NoteChange Change => new()
    {
        Text = Text,
        FrameIn = FrameIn,
        FrameOut = FrameOut,
        Resolved = ReplyTo is null ? Resolved : Patch<bool>.Unmentioned,
        Mentions = Mentions is { Count: > 0 } ? new Patch<IReadOnlyList<Guid>>(true, Mentions) : Patch<IReadOnlyList<Guid>>.Unmentioned,
        Drawing = Drawing is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } drawn ? drawn.GetRawText() : Patch<string>.Unmentioned,
    };
}
