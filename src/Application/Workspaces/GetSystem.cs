using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Generation;
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

internal sealed class GetSystemHandler(IAccounts accounts, ISystemStatus status, IGenerationProviders providers, IProviderHealth health) : IRequestHandler<GetSystemQuery, Result<SystemReport>>
{
    public async Task<Result<SystemReport>> Handle(GetSystemQuery request, CancellationToken cancellationToken)
    {
        var setupNeeded = !await accounts.AnyAsync(cancellationToken);
        return new SystemReport("Director", status.Version, setupNeeded, setupNeeded && !request.FromThisMachine,
            await ProvidersAsync(cancellationToken), status.Features(FeatureKind.Feature));
    }

    /// <summary>What the settings say, and over it who keeps failing.</summary>
    private async Task<IReadOnlyList<FeatureReport>> ProvidersAsync(CancellationToken ct)
    {
        var here = await providers.HereAsync(ct);
        var troubles = (await health.TroublesAsync(ct)).Select(t => (here.All.FirstOrDefault(p => p.Account == t.Key)?.Label, t.Value)).Where(t => t.Label is not null).ToDictionary(t => t.Label!, t => t.Value, StringComparer.Ordinal);
        var own = here.All.Where(p => p.Account != p.Slug).ToList();
        // The workspace's own key goes before what the settings say.
        var listed = status.Features(FeatureKind.Provider).Select(l => own.Find(p => p.Label.StartsWith(l.Name, StringComparison.Ordinal)) is { } mine ? mine.Status with { Name = l.Name } : l).ToList();
        var named = listed.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. listed.Select(l => troubles.TryGetValue(l.Name, out var trouble) ? Degraded(l, trouble) : l),
            .. troubles.Where(t => !named.Contains(t.Key)).Select(t => Degraded(new FeatureReport(t.Key, Availability.Degraded, null, null), t.Value)),
        ];
    }

    private static FeatureReport Degraded(FeatureReport report, ProviderTrouble trouble) =>
        report with { Status = Availability.Degraded, Reason = trouble.Why, Since = trouble.Since, TryAgainAt = trouble.TryAgainAt };
}
