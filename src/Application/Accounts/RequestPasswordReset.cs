using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Asks for a link to set a forgotten password anew. The answer is the same, and as fast, whether or not there is such an account.</summary>
[AllowAnyone]
public sealed record RequestPasswordResetCommand(string Email) : ICommand<Done>, IOwnTransaction;

internal sealed class RequestPasswordResetHandler(IPasswordResets resets) : IRequestHandler<RequestPasswordResetCommand, Result<Done>>
{
    public Task<Result<Done>> Handle(RequestPasswordResetCommand request, CancellationToken cancellationToken)
    {
        resets.Request(request.Email.Trim());
        return Task.FromResult(Done.Ok);
    }
}
