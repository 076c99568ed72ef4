using Director.Domain.Workspaces;

namespace Director.Domain.Generation;

/// <summary>How an attempt ended.</summary>
public enum AttemptOutcome
{
    /// <summary>It has not.</summary>
    Open,
    /// <summary>It made the take.</summary>
    Succeeded,
    /// <summary>The provider refused or failed.</summary>
    Failed,
    /// <summary>Taken back.</summary>
    Cancelled,
    /// <summary>The worker died during the call; what became of it at the provider was found out, or does not matter.</summary>
    Interrupted,
}

/// <summary>One try at a generation at the provider. Its row stands before the provider is called.</summary>
public sealed class GenerationAttempt
{
    private GenerationAttempt(WorkspaceId workspaceId, AttemptId id, GenerationId generationId, int ordinal) =>
        (WorkspaceId, Id, GenerationId, Ordinal) = (workspaceId, id, generationId, ordinal);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public AttemptId Id { get; private set; }
    /// <summary>Which generation it tries.</summary>
    public GenerationId GenerationId { get; private set; }
    /// <summary>From 1.</summary>
    public int Ordinal { get; private set; }
    /// <summary>How it ended.</summary>
    public AttemptOutcome Outcome { get; private set; }
    /// <summary>The provider's own id for the work.</summary>
    public string? ExternalId { get; private set; }
    /// <summary>The cause, when it failed.</summary>
    public FailureKind? FailureKind { get; private set; }
    /// <summary>The provider's own words.</summary>
    public string? Message { get; private set; }
    /// <summary>What it cost, whatever became of it, in the workspace's currency.</summary>
    public decimal CostAmount { get; private set; }
    /// <summary>The workspace's currency; ISO 4217.</summary>
    public string CostCurrency { get; private set; } = "";
    /// <summary>The amount the provider named, in its own currency; null when there was none.</summary>
    public decimal? ProviderAmount { get; private set; }
    /// <summary>The provider's currency; ISO 4217.</summary>
    public string? ProviderCurrency { get; private set; }
    /// <summary>What one unit of the provider's currency was worth in the workspace's; null when there was no amount.</summary>
    public decimal? ProviderRate { get; private set; }
    /// <summary>Whether the estimate stands in for an amount that the provider has not named.</summary>
    public bool CostAssumed { get; private set; }
    /// <summary>When the intent was stored.</summary>
    public DateTimeOffset StartedAt { get; private set; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal static GenerationAttempt Begin(WorkspaceId workspace, AttemptId id, GenerationId generation, int ordinal, string currency, DateTimeOffset now) =>
        new(workspace, id, generation, ordinal) { StartedAt = now, CostCurrency = currency };

    internal void Accepted(string externalId) => ExternalId = externalId;

    internal void End(AttemptOutcome outcome, Charge charge, FailureKind? kind, string? message, DateTimeOffset now)
    {
        if (Outcome is not AttemptOutcome.Open) return;
        (Outcome, FailureKind, EndedAt) = (outcome, kind, now);
        Message = message is { Length: > GenerationFailure.MaxMessage } ? message[..GenerationFailure.MaxMessage] : message;
        Charged(charge);
    }

    internal void Charged(Charge charge)
    {
        (CostAmount, CostCurrency, CostAssumed) = (charge.Cost.Amount, charge.Cost.Currency, charge.Assumed);
        (ProviderAmount, ProviderCurrency, ProviderRate) = (charge.Provider?.Amount, charge.Provider?.Currency, charge.Provider is null ? null : charge.Rate);
    }
}
