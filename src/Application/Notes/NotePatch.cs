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

/// <summary>A JSON Merge Patch (RFC 7396) of a note: what is absent stays.</summary>
public sealed record NotePatch
{
    /// <summary>The words.</summary>
    public string? Text { get; init; }
    /// <summary>The first frame.</summary>
    public int? FrameIn { get; init; }
    /// <summary>The last frame; null: the first alone.</summary>
    public int? FrameOut { get; init; }
    /// <summary>What was drawn; null removes it.</summary>
    public JsonElement? Drawing { get; init; }
    /// <summary>Whether it was dealt with.</summary>
    public bool? Resolved { get; init; }
}
