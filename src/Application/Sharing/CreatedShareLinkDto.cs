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

/// <summary>A share link and its address.</summary>
/// <param name="Link">The link.</param>
/// <param name="Token">What the address says; shown once.</param>
/// <param name="Url">The address; shown once.</param>
public sealed record CreatedShareLinkDto(ShareLinkDto Link, string Token, string Url);
