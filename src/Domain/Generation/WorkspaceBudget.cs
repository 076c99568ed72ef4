using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Generation;

/// <summary>
/// What a workspace may spend with providers, in its own currency. One row a workspace, locked by everybody who reserves money, so that two
/// requests never spend the same rest. What a film may cost stands in the film's details.
/// </summary>
public sealed class WorkspaceBudget
{
    private const decimal Most = 9_999_999_999_999m;

    private WorkspaceBudget(WorkspaceId workspaceId) => WorkspaceId = workspaceId;

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>For a calendar month (UTC); null: no limit.</summary>
    public decimal? MonthLimit { get; private set; }
    /// <summary>For a day (UTC); null: no limit.</summary>
    public decimal? DayLimit { get; private set; }
    /// <summary>Last change; null while nobody has set anything.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Sets both limits; null takes one away.</summary>
    public Result<Done> Limit(decimal? month, decimal? day, DateTimeOffset now)
    {
        var faults = new List<FieldFault>();
        if (Fault("month", month) is { } m) faults.Add(m);
        if (Fault("day", day) is { } d) faults.Add(d);
        if (faults.Count > 0) return Error.Of(faults, GenerationErrors.Amount.Code);
        (MonthLimit, DayLimit, UpdatedAt) = (month, day, now);
        return Done.Ok;
    }

    private static FieldFault? Fault(string path, decimal? amount) =>
        amount is { } a && (a is < 0 or > Most || decimal.Round(a, 6) != a) ? new FieldFault(path, GenerationErrors.Amount.Message) : null;
}
