using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>What this server is and can do; for anybody.</summary>
/// <param name="FromThisMachine">Whether the request came from the server's own machine.</param>
[AllowAnyone]
public sealed record GetSystemQuery(bool FromThisMachine) : IQuery<SystemReport>;

/// <summary>The server.</summary>
/// <param name="Name">The product.</param>
/// <param name="Version">Its version.</param>
/// <param name="SetupNeeded">Whether nobody has an account yet.</param>
/// <param name="SetupCodeNeeded">Whether set-up from where the caller is needs the one-time code printed at start.</param>
/// <param name="Providers">Who can make takes.</param>
/// <param name="Features">What else is optional.</param>
public sealed record SystemReport(
    string Name, string Version, bool SetupNeeded, bool SetupCodeNeeded, IReadOnlyList<FeatureReport> Providers, IReadOnlyList<FeatureReport> Features);

internal sealed class GetSystemHandler(IAccounts accounts, ISystemStatus status) : IRequestHandler<GetSystemQuery, Result<SystemReport>>
{
    public async Task<Result<SystemReport>> Handle(GetSystemQuery request, CancellationToken cancellationToken)
    {
        var setupNeeded = !await accounts.AnyAsync(cancellationToken);
        return new SystemReport("Director", status.Version, setupNeeded, setupNeeded && !request.FromThisMachine,
            status.Features(FeatureKind.Provider), status.Features(FeatureKind.Feature));
    }
}
