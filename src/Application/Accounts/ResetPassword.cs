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

/// <summary>Sets a forgotten password anew and ends every sign-in of that person. A second factor stays what it was.</summary>
/// <param name="Token">From the link.</param>
/// <param name="NewPassword">12 to 128 characters of any kind, none of the common ones.</param>
[AllowAnyone]
public sealed record ResetPasswordCommand(string Token, string NewPassword) : ICommand<Done>, IOwnTransaction;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordCommand>
{
    public ResetPasswordValidator() => RuleFor(c => c.NewPassword).PasswordShape();
}

internal sealed class ResetPasswordHandler(IPasswordResets resets, IAccounts accounts, ISessions sessions, ISecurityRecord record, IUnitOfWork unitOfWork)
    : IRequestHandler<ResetPasswordCommand, Result<Done>>
{
    public Task<Result<Done>> Handle(ResetPasswordCommand request, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync<Result<Done>>(OperationName.Of<ResetPasswordCommand>(), async ct =>
        {
            if (await resets.RedeemAsync(request.Token, ct) is not { } user) return AccountErrors.ResetRefused;
            var changed = await accounts.SetPasswordAsync(user, request.NewPassword, ct);
            if (changed.Error is not null) return changed;
            await sessions.EndAllAsync(user, ct);
            await record.AddAsync(SecurityFact.Done(SecurityKinds.PasswordReset, user), ct);
            return Done.Ok;
        }, cancellationToken);
}
