using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Providers;

/// <summary>Forgets the workspace's own credentials for a provider; from the next call on those of the server's environment are used, if there are any.</summary>
[Requires(Permission.Own)]
public sealed record DeleteProviderCredentialsCommand(string Slug) : ICommand<Done>;

internal sealed class DeleteProviderCredentialsHandler(IProviderAccounts accounts, IActivityLog activity, ICaller caller)
    : IRequestHandler<DeleteProviderCredentialsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteProviderCredentialsCommand request, CancellationToken cancellationToken)
    {
        if ((await accounts.ListAsync(cancellationToken)).FirstOrDefault(a => a.Slug == request.Slug) is not { } before) return ProviderAccountErrors.NotFound;
        if (!await accounts.ForgetAsync(request.Slug, cancellationToken)) return ProviderAccountErrors.None;
        activity.Add(ProviderRecord.Subject, caller.Workspace().Value, null, ProviderRecord.Of(before), null);
        return Done.Ok;
    }
}
