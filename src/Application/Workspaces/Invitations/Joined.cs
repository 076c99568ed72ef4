using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>A new member.</summary>
/// <param name="WorkspaceId">Of which workspace.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">As what.</param>
/// <param name="Session">The sign-in of a new person; null for who was signed in.</param>
public sealed record Joined(Guid WorkspaceId, string Slug, string Name, string Role, OpenedSession? Session);
