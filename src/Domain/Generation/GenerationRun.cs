using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Generation;

/// <summary>
/// One wish for one take: a recipe, the number the shot gave it when it was accepted, and what became of it. It keeps the number when it
/// fails. Workers change it only while they hold its claim (see <see cref="IGenerationRepository.FindHeldAsync"/>).
/// </summary>
public sealed class GenerationRun
{
    /// <summary>Attempts that are made without asking anybody, while the failures are retryable.</summary>
    public const int MaxAttempts = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private readonly List<GenerationAttempt> attempts = [];
    private string recipeJson = "{}";
    private Recipe? recipe;

    private GenerationRun(WorkspaceId workspaceId, GenerationId id, AssetId shotId, AssetId rootId, int number) =>
        (WorkspaceId, Id, ShotId, RootId, Number) = (workspaceId, id, shotId, rootId, number);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public GenerationId Id { get; private set; }
    /// <summary>The shot it makes a take of.</summary>
    public AssetId ShotId { get; private set; }
    /// <summary>The film.</summary>
    public AssetId RootId { get; private set; }
    /// <summary>The take's number, drawn from the shot's counter.</summary>
    public int Number { get; private set; }
    /// <summary>Where it stands.</summary>
    public GenerationStatus Status { get; private set; }
    /// <summary>The provider's slug; also in the recipe, here for asking.</summary>
    public string Provider { get; private set; } = "";
    /// <summary>Higher first.</summary>
    public int Priority { get; private set; }
    /// <summary>What it was expected to cost.</summary>
    public decimal EstimateAmount { get; private set; }
    /// <summary>What it has cost so far, failed attempts included.</summary>
    public decimal CostAmount { get; private set; }
    /// <summary>Of both amounts; ISO 4217.</summary>
    public string Currency { get; private set; } = "";
    /// <summary>The provider's own id for the work of the current attempt.</summary>
    public string? ExternalId { get; private set; }
    /// <summary>The cause, when it failed.</summary>
    public FailureKind? FailureKind { get; private set; }
    /// <summary>Whether the same recipe may succeed later.</summary>
    public bool Retryable { get; private set; }
    /// <summary>Whether the failure was charged.</summary>
    public bool Billable { get; private set; }
    /// <summary>The provider's own words about the last failure.</summary>
    public string? Message { get; private set; }
    /// <summary>The take it made.</summary>
    public AssetId? TakeId { get; private set; }
    /// <summary>Held by the worker that knows this value.</summary>
    public Guid? ClaimToken { get; private set; }
    /// <summary>Until then, by the database's clock, nobody else may claim it.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }
    /// <summary>Not before then; null: now.</summary>
    public DateTimeOffset? NotBefore { get; private set; }
    /// <summary>The generation whose recipe this one repeats.</summary>
    public GenerationId? RetryOf { get; private set; }
    /// <summary>When it was accepted.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Who asked.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>Last change of state.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Every try, oldest first.</summary>
    public IReadOnlyList<GenerationAttempt> Attempts => attempts;

    /// <summary>What the take is made from.</summary>
    public Recipe Recipe => recipe ??= Recipe.Read(recipeJson);

    /// <summary>Accepts a wish for a take of a shot that is loaded and locked; draws the take's number.</summary>
    public static Result<GenerationRun> Accept(GenerationId id, Asset shot, Recipe recipe, Money estimate, int priority, Stamp stamp, GenerationId? retryOf = null)
    {
        if (!shot.IsLive) return AssetErrors.NotFound;
        if (recipe.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var number = shot.DrawChildNumber();
        var numbered = recipe with { Shot = recipe.Shot with { TakeNumber = number } };
        return new GenerationRun(shot.WorkspaceId, id, shot.Id, shot.RootId, number)
        {
            recipe = numbered,
            recipeJson = numbered.Write(),
            Provider = recipe.Provider,
            Priority = priority,
            EstimateAmount = estimate.Amount,
            Currency = estimate.Currency,
            RetryOf = retryOf,
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
            UpdatedAt = stamp.At,
        };
    }

    /// <summary>Stores the intent to call the provider. Must be committed before the call is made.</summary>
    /// <remarks>An attempt that a dead worker left open is closed as interrupted; whoever calls this has made sure that repeating it is harmless.</remarks>
    public Result<GenerationAttempt> BeginAttempt(AttemptId id, DateTimeOffset now)
    {
        if (Status is not (GenerationStatus.Queued or GenerationStatus.Submitting)) return GenerationErrors.ClaimLost;
        foreach (var open in attempts) open.End(AttemptOutcome.Interrupted, null, null, null, now);
        var attempt = GenerationAttempt.Begin(WorkspaceId, id, Id, attempts.Count + 1, Currency, now);
        attempts.Add(attempt);
        ExternalId = null;
        NotBefore = null;
        Become(GenerationStatus.Submitting, now);
        return attempt;
    }

    /// <summary>The provider has the work, under an id of its own. Releases the claim until the next look.</summary>
    public Result<Done> Accepted(string externalId, DateTimeOffset now)
    {
        if (Status is not GenerationStatus.Submitting || string.IsNullOrWhiteSpace(externalId)) return GenerationErrors.ClaimLost;
        ExternalId = externalId;
        attempts[^1].Accepted(externalId);
        Become(GenerationStatus.Running, now);
        Release();
        return Done.Ok;
    }

    /// <summary>The provider called about an attempt whose reply is still out or was lost, and so told its own id for the work. Nothing else changes: the next
    /// step asks the provider. Who reports is not who holds the claim, so this is no change of state.</summary>
    /// <returns>Whether the call concerns the attempt that is open now.</returns>
    public bool Announced(AttemptId attempt, string externalId, DateTimeOffset now)
    {
        if (Status is not (GenerationStatus.Submitting or GenerationStatus.Running) || attempts is [] || attempts[^1].Id != attempt) return false;
        if (ExternalId is not null) return ExternalId == externalId;
        ExternalId = externalId;
        attempts[^1].Accepted(externalId);
        UpdatedAt = now;
        return true;
    }

    /// <summary>Nobody can say yet whether the provider has the work. Releases the claim until the next look.</summary>
    public Result<Done> StillUnclear(DateTimeOffset now)
    {
        if (Status is not GenerationStatus.Submitting) return GenerationErrors.ClaimLost;
        UpdatedAt = now;
        Release();
        return Done.Ok;
    }

    /// <summary>The provider is still at it. Releases the claim until the next look.</summary>
    public Result<Done> StillRunning(DateTimeOffset now)
    {
        if (Status is not GenerationStatus.Running) return GenerationErrors.ClaimLost;
        UpdatedAt = now;
        Release();
        return Done.Ok;
    }

    /// <summary>It has made a take.</summary>
    public Result<Done> Succeed(AssetId take, Money cost, DateTimeOffset now)
    {
        if (Status is not (GenerationStatus.Submitting or GenerationStatus.Running)) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Succeeded, cost, null, null, now);
        TakeId = take;
        (FailureKind, Message, Retryable, Billable) = (null, null, false, false);
        End(GenerationStatus.Succeeded, now);
        return Done.Ok;
    }

    /// <summary>An attempt failed. While the cause may go away and attempts are left it is queued again after a growing pause.</summary>
    /// <returns>The pause before the next attempt; null when it has failed for good.</returns>
    public Result<TimeSpan?> Fail(GenerationFailure failure, Money cost, DateTimeOffset now)
    {
        if (Status.IsTerminal()) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Failed, cost, failure.Kind, failure.Message, now);
        (FailureKind, Retryable, Billable) = (failure.Kind, failure.Retryable, failure.Billable);
        Message = failure.Message.Length > GenerationFailure.MaxMessage ? failure.Message[..GenerationFailure.MaxMessage] : failure.Message;
        if (!failure.Retryable || attempts.Count >= MaxAttempts)
        {
            End(GenerationStatus.Failed, now);
            return (TimeSpan?)null;
        }

        var grown = FirstPause * Math.Pow(3, attempts.Count - 1);
        var pause = failure.RetryAfter is { } asked && asked > grown ? asked : grown;
        NotBefore = now + pause;
        Become(GenerationStatus.Queued, now);
        Release();
        return (TimeSpan?)pause;
    }

    /// <summary>The provider no longer knows the work.</summary>
    public Result<Done> Expire(string message, DateTimeOffset now)
    {
        if (Status.IsTerminal()) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Failed, null, Generation.FailureKind.Unknown, message, now);
        (FailureKind, Retryable, Message) = (Generation.FailureKind.Unknown, true, message);
        End(GenerationStatus.Expired, now);
        return Done.Ok;
    }

    /// <summary>Takes it back. A worker that holds it loses its claim with that, and what it still brings is refused.</summary>
    public Result<Done> Cancel(DateTimeOffset now)
    {
        if (Status.IsTerminal()) return GenerationErrors.Finished;
        Settle(AttemptOutcome.Cancelled, null, null, null, now);
        End(GenerationStatus.Cancelled, now);
        return Done.Ok;
    }

    /// <summary>Whether the same recipe may be asked for again, as a new generation with a number of its own; null when it may.</summary>
    public Error? CheckRetry() =>
        Status is GenerationStatus.Failed or GenerationStatus.Cancelled or GenerationStatus.Expired ? null : GenerationErrors.NotRetryable;

    private void Settle(AttemptOutcome outcome, Money? cost, FailureKind? kind, string? message, DateTimeOffset now)
    {
        foreach (var open in attempts.Where(a => a.Outcome is AttemptOutcome.Open)) open.End(outcome, cost, kind, message, now);
        if (cost is not null) CostAmount += cost.Amount;
    }

    private void Become(GenerationStatus status, DateTimeOffset now) => (Status, UpdatedAt) = (status, now);

    private void End(GenerationStatus status, DateTimeOffset now)
    {
        Become(status, now);
        EndedAt = now;
        NotBefore = null;
        Release();
    }

    private void Release() => (ClaimToken, LeaseUntil) = (null, null);
}
