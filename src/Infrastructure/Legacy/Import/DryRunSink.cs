using Director.Infrastructure.Legacy.Rules;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>Writes nothing: counts what an earlier run accounted for, and finishes the report.</summary>
internal sealed class DryRunSink(NpgsqlConnection db, LegacyWorkspaces workspaces) : ILegacySink
{
    internal Dictionary<string, long> Before { get; } = new(StringComparer.Ordinal);

    public async Task TakeAsync(Guid workspace, IReadOnlyList<LegacyUnit> units, CancellationToken ct)
    {
        await workspaces.UseAsync(workspace, ct);
        foreach (var known in await LegacyLedger.KnownAsync(db, workspace, units, ct)) Before[known.Split('/')[0]] = Before.GetValueOrDefault(known.Split('/')[0]) + 1;
    }
}
