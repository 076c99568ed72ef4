using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Sharing;

/// <summary>A JSON Merge Patch (RFC 7396) of a share link: what is absent stays.</summary>
public sealed record ShareLinkPatch
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
    /// <summary>A new passphrase; null: none is needed any more.</summary>
    public string? Passphrase { get; init; }
    /// <summary>The end; null: none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>What guests may do, as a whole.</summary>
    public ShareAllowance? Allow { get; init; }
    /// <summary>Whether names are burnt in.</summary>
    public bool? Watermark { get; init; }
}
