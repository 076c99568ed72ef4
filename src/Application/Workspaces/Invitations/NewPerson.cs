using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>Somebody who has no account yet.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">12 to 128 characters of any kind, none of the common ones.</param>
/// <param name="Mode">How they are signed in.</param>
public sealed record NewPerson(string Name, string Email, string Password, SessionKind Mode);
