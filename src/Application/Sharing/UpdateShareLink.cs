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

/// <summary>Changes a share link's name, passphrase, end, allowance or watermark. What it shows stays.</summary>
[Requires(Permission.Share)]
public sealed record UpdateShareLinkCommand(Guid Id, JsonElement Patch, long? SeenVersion) : ICommand<ShareLinkDto>;
