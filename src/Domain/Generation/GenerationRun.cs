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
    /// <summary>How long a wish may wait for its turn before it expires.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <summary>How long an attempt may take when nobody says otherwise.</summary>
    public static readonly TimeSpan AttemptPatience = TimeSpan.FromHours(1);

    private readonly List<GenerationAttempt> attempts = [];
    private string recipeJson = "{}";
    private Recipe? recipe;

    private GenerationRun(WorkspaceId workspaceId, GenerationId id, AssetId shotId, AssetId rootId, int number) =>
        (WorkspaceId, Id, ShotId, RootId, Number) = (workspaceId, id, shotId, rootId, number);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public GenerationId Id { get; private set; }
    /// <summary>What it is made for: the shot of a take; the character, location, prop or style of a reference image.</summary>
    public AssetId ShotId { get; private set; }
    /// <summary>The root of that asset's tree: the film, or itself.</summary>
    public AssetId RootId { get; private set; }
    /// <summary>Whether it makes a take or a reference image.</summary>
    public GenerationProduct Makes { get; private set; }
    /// <summary>The take's number, drawn from the shot's counter; a reference image draws from its own asset's.</summary>
    public int Number { get; private set; }
    /// <summary>Where it stands.</summary>
    public GenerationStatus Status { get; private set; }
    /// <summary>The provider's slug; also in the recipe, here for asking.</summary>
    public string Provider { get; private set; } = "";
    /// <summary>Higher first.</summary>
    public int Priority { get; private set; }
    /// <summary>What one attempt was expected to cost.</summary>
    public decimal EstimateAmount { get; private set; }
    /// <summary>What budgets hold back for it; nothing any more once it has ended.</summary>
    public decimal ReservedAmount { get; private set; }
    /// <summary>What it has cost so far, failed and cancelled attempts included.</summary>
    public decimal CostAmount { get; private set; }
    /// <summary>Of these amounts: the workspace's; ISO 4217.</summary>
    public string Currency { get; private set; } = "";
    /// <summary>What one attempt was expected to cost in the provider's currency.</summary>
    public decimal PriceAmount { get; private set; }
    /// <summary>The provider's currency; ISO 4217.</summary>
    public string PriceCurrency { get; private set; } = "";
    /// <summary>What one unit of the provider's currency was worth in the workspace's when it was accepted.</summary>
    public decimal PriceRate { get; private set; } = 1;
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
    /// <summary>When it expires if nothing has become of it: of the wait while it is queued, of the attempt while there is one.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }
    /// <summary>How often in a row the provider could not be asked, or the finished work not be fetched.</summary>
    public int FailedLooks { get; private set; }
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

    /// <summary>Accepts a wish for a take of a shot, or for an image of another asset, that is loaded and locked; draws the number and holds the estimate back.</summary>
    public static Result<GenerationRun> Accept(GenerationId id, Asset shot, Recipe recipe, Quote quote, int priority, Stamp stamp, GenerationId? retryOf = null)
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
            Makes = shot.Type.Slug == "shot" ? GenerationProduct.Take : GenerationProduct.Image,
            EstimateAmount = quote.Estimate.Amount,
            ReservedAmount = quote.Estimate.Amount,
            Currency = quote.Estimate.Currency,
            PriceAmount = quote.Price.Amount,
            PriceCurrency = quote.Price.Currency,
            PriceRate = quote.Rate,
            DeadlineAt = stamp.At + Patience,
            RetryOf = retryOf,
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
            UpdatedAt = stamp.At,
        };
    }

    /// <summary>Stores the intent to call the provider. Must be committed before the call is made.</summary>
    /// <remarks>An attempt that a dead worker left open is closed as interrupted; whoever calls this has made sure that repeating it is harmless.</remarks>
    public Result<GenerationAttempt> BeginAttempt(AttemptId id, DateTimeOffset now, TimeSpan? within = null)
    {
        if (Status is not (GenerationStatus.Queued or GenerationStatus.Submitting)) return GenerationErrors.ClaimLost;
        foreach (var open in attempts) open.End(AttemptOutcome.Interrupted, Charge.None(Currency), null, null, now);
        var attempt = GenerationAttempt.Begin(WorkspaceId, id, Id, attempts.Count + 1, Currency, now);
        attempts.Add(attempt);
        ExternalId = null;
        NotBefore = null;
        DeadlineAt = now + (within ?? AttemptPatience);
        FailedLooks = 0;
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
        FailedLooks++;
        UpdatedAt = now;
        Release();
        return Done.Ok;
    }

    /// <summary>The provider is still at it, or could not be asked. Releases the claim until the next look.</summary>
    /// <param name="now">The time.</param>
    /// <param name="troubled">Whether this look came to nothing.</param>
    public Result<Done> StillRunning(DateTimeOffset now, bool troubled = false)
    {
        if (Status is not GenerationStatus.Running) return GenerationErrors.ClaimLost;
        FailedLooks = troubled ? FailedLooks + 1 : 0;
        UpdatedAt = now;
        Release();
        return Done.Ok;
    }

    /// <summary>It has made a take or an image.</summary>
    /// <param name="made">The asset.</param>
    /// <param name="charge">What it cost; see <see cref="ChargeFor"/>.</param>
    /// <param name="now">The time.</param>
    public Result<Done> Succeed(AssetId made, Charge charge, DateTimeOffset now)
    {
        if (Status is not (GenerationStatus.Submitting or GenerationStatus.Running)) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Succeeded, charge, null, null, now);
        TakeId = made;
        (FailureKind, Message, Retryable, Billable) = (null, null, false, false);
        End(GenerationStatus.Succeeded, now);
        return Done.Ok;
    }

    /// <summary>An attempt failed. While its cause may go away and attempts are left it is queued again after a growing pause.</summary>
    /// <param name="failure">The cause.</param>
    /// <param name="charge">What the attempt cost.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">From 0 to 1: where in its range the pause lies, so that many do not come back at once.</param>
    /// <returns>The pause before the next attempt; null when it has failed for good.</returns>
    public Result<TimeSpan?> Fail(GenerationFailure failure, Charge charge, DateTimeOffset now, double chance = 0.5)
    {
        if (Status.IsTerminal()) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Failed, charge, failure.Kind, failure.Message, now);
        (FailureKind, Retryable, Billable) = (failure.Kind, failure.Retryable, failure.Billable);
        Message = failure.Message.Length > GenerationFailure.MaxMessage ? failure.Message[..GenerationFailure.MaxMessage] : failure.Message;
        var tries = attempts.Count(a => a.Outcome is not AttemptOutcome.Interrupted);
        if (RetryPolicy.PauseAfter(failure, tries, chance) is not { } pause)
        {
            End(GenerationStatus.Failed, now);
            return (TimeSpan?)null;
        }

        NotBefore = now + pause;
        DeadlineAt = NotBefore + Patience;
        Become(GenerationStatus.Queued, now);
        Release();
        return (TimeSpan?)pause;
    }

    /// <summary>It was queued again after a failed attempt, but no budget is left for another one.</summary>
    public Result<Done> GiveUp(string why, DateTimeOffset now)
    {
        if (Status is not GenerationStatus.Queued || FailureKind is null) return GenerationErrors.ClaimLost;
        var said = $"{Message} {why}".Trim();
        Message = said.Length > GenerationFailure.MaxMessage ? said[..GenerationFailure.MaxMessage] : said;
        End(GenerationStatus.Failed, now);
        return Done.Ok;
    }

    /// <summary>The provider no longer knows the work, or the time for it is over.</summary>
    public Result<Done> Expire(string message, Charge charge, DateTimeOffset now, FailureKind kind = Generation.FailureKind.Unknown)
    {
        if (Status.IsTerminal()) return GenerationErrors.ClaimLost;
        Settle(AttemptOutcome.Failed, charge, kind, message, now);
        (FailureKind, Retryable, Message) = (kind, true, message);
        End(GenerationStatus.Expired, now);
        return Done.Ok;
    }

    /// <summary>
    /// Takes it back. A worker that holds it loses its claim with that, and what it still brings is refused. Work that may have reached the provider
    /// may be charged, so the estimate counts until the provider says otherwise (<see cref="Correct"/>).
    /// </summary>
    public Result<Done> Cancel(DateTimeOffset now)
    {
        if (Status.IsTerminal()) return GenerationErrors.Finished;
        Settle(AttemptOutcome.Cancelled, ChargeFor(null, true), null, null, now);
        End(GenerationStatus.Cancelled, now);
        return Done.Ok;
    }

    /// <summary>The provider has said what an attempt cost that was counted by its estimate.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Correct(AttemptId attempt, Charge charge)
    {
        if (attempts.FirstOrDefault(a => a.Id == attempt) is not { CostAssumed: true } counted) return false;
        CostAmount += charge.Cost.Amount - counted.CostAmount;
        counted.Charged(charge);
        return true;
    }

    /// <summary>What an attempt is charged with.</summary>
    /// <param name="actual">What the provider says; null when it says nothing.</param>
    /// <param name="billable">Whether it may charge nevertheless: then the estimate counts.</param>
    /// <param name="rateOf">What one unit of another currency is worth in the workspace's; null when nobody has said.</param>
    public Charge ChargeFor(Money? actual, bool billable, Func<string, decimal?>? rateOf = null)
    {
        if (actual is null) return billable && EstimateAmount > 0 ? Assumed(null) : Charge.None(Currency);
        // The rate of the day it was accepted: that is what was reserved.
        var rate = actual.Currency == Currency ? 1 : actual.Currency == PriceCurrency ? PriceRate : rateOf?.Invoke(actual.Currency);
        return rate is { } r && actual.Into(Currency, r) is { Error: null } cost ? new Charge(cost.Value, actual, r, false) : Assumed(actual);
    }

    /// <summary>Whether the same recipe may be asked for again, as a new generation with a number of its own; null when it may.</summary>
    public Error? CheckRetry() =>
        Status is GenerationStatus.Failed or GenerationStatus.Cancelled or GenerationStatus.Expired ? null : GenerationErrors.NotRetryable;

    private Charge Assumed(Money? said) => new(Money.Of(EstimateAmount, Currency).Value, said ?? Money.Of(PriceAmount, PriceCurrency).Value, PriceRate, true);

    private void Settle(AttemptOutcome outcome, Charge charge, FailureKind? kind, string? message, DateTimeOffset now)
    {
        foreach (var open in attempts.Where(a => a.Outcome is AttemptOutcome.Open))
        {
            open.End(outcome, charge, kind, message, now);
            CostAmount += charge.Cost.Amount;
        }
    }

    private void Become(GenerationStatus status, DateTimeOffset now) => (Status, UpdatedAt) = (status, now);

    private void End(GenerationStatus status, DateTimeOffset now)
    {
        Become(status, now);
        EndedAt = now;
        ReservedAmount = 0;
        NotBefore = null;
        DeadlineAt = null;
        Release();
    }

    private void Release() => (ClaimToken, LeaseUntil) = (null, null);
}
