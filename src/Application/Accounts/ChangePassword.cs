using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Changes the caller's password and ends every other sign-in of theirs.</summary>
/// <param name="CurrentPassword">So that a browser left open is not enough.</param>
/// <param name="NewPassword">12 to 128 characters of any kind, none of the common ones.</param>
[RequiresPerson]
public sealed record ChangePasswordCommand(string CurrentPassword, string NewPassword) : ICommand<Done>, IOwnTransaction;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator() => RuleFor(c => c.NewPassword).PasswordShape();
}

internal sealed class ChangePasswordHandler(IAccounts accounts, ISessions sessions, ISecurityRecord record, IUnitOfWork unitOfWork, ICaller caller)
    : IRequestHandler<ChangePasswordCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var user = caller.Person();
        var known = await accounts.ConfirmAsync(user, request.CurrentPassword, "currentPassword", cancellationToken);
        if (known.Error is { } wrong)
        {
            await record.AddAsync(SecurityFact.Refusal(SecurityKinds.PasswordChanged), cancellationToken);
            return wrong;
        }

        return await unitOfWork.RunAsync<Result<Done>>(OperationName.Of<ChangePasswordCommand>(), async ct =>
        {
            var changed = await accounts.SetPasswordAsync(user, request.NewPassword, ct);
            if (changed.Error is not null) return changed;
            await sessions.EndOthersAsync(ct);
            await record.AddAsync(SecurityFact.Done(SecurityKinds.PasswordChanged), ct);
            return Done.Ok;
        }, cancellationToken);
    }
}
