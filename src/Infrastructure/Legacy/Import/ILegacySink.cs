using Director.Infrastructure.Legacy.Rules;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>Where mapped rows go: into the database, into a report of what would be, or beside what is there, to be compared.</summary>
internal interface ILegacySink
{
    /// <summary>Takes what belongs together, all of one workspace.</summary>
    Task TakeAsync(Guid workspace, IReadOnlyList<LegacyUnit> units, CancellationToken ct);
}
