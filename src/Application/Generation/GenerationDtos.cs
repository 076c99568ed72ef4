using Director.Application.Assets;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>A generation that was accepted.</summary>
/// <param name="GenerationId">Ask after it at <c>/api/generations/{id}</c>.</param>
/// <param name="ShotId">The shot.</param>
/// <param name="Number">The number the take will have; kept when it fails.</param>
/// <param name="Seed">The seed that is sent.</param>
/// <param name="Estimate">What it is expected to cost.</param>
public sealed record AcceptedGenerationDto(Guid GenerationId, Guid ShotId, int Number, long Seed, CostDto Estimate);

/// <summary>What a film's generation began.</summary>
/// <param name="Generations">One for every take that will be made.</param>
/// <param name="Estimate">Of all of them together.</param>
public sealed record FilmGenerationDto(IReadOnlyList<AcceptedGenerationDto> Generations, CostDto Estimate);

/// <summary>How many were taken back.</summary>
/// <param name="Cancelled">The generations that had not ended.</param>
public sealed record CancelledDto(int Cancelled);

/// <summary>What something would cost.</summary>
/// <param name="Count">How many takes.</param>
/// <param name="Each">One of them.</param>
/// <param name="Total">All of them.</param>
/// <param name="Price">One of them in the provider's currency.</param>
/// <param name="Left">What today's and this month's budgets still allow, in the workspace's currency; null: no limit. A film may have a budget of its own.</param>
public sealed record EstimateDto(int Count, CostDto Each, CostDto Total, CostDto Price, decimal? Left);

/// <summary>A generation as clients see it.</summary>
public sealed record GenerationDto
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }
    /// <summary>What it is made for: the shot; for a reference image the character, location, prop or style it shows.</summary>
    public required Guid ShotId { get; init; }
    /// <summary>The root of that asset's tree: the film; for a reference image usually the asset itself.</summary>
    public required Guid FilmId { get; init; }
    /// <summary>Whether it makes a take or a reference image.</summary>
    public required GenerationProduct Makes { get; init; }
    /// <summary>The take's number; a reference image's among those of its asset.</summary>
    public required int Number { get; init; }
    /// <summary>Where it stands.</summary>
    public required GenerationStatus State { get; init; }
    /// <summary>How many of the workspace wait before it for the same provider; null when it is not queued.</summary>
    public int? Position { get; init; }
    /// <summary>Higher goes first within the workspace.</summary>
    public required int Priority { get; init; }
    /// <summary>What it was expected to cost.</summary>
    public required CostDto Estimate { get; init; }
    /// <summary>What budgets hold back for it; nothing once it has ended.</summary>
    public required CostDto Reserved { get; init; }
    /// <summary>What it has cost, failed attempts included.</summary>
    public required CostDto Cost { get; init; }
    /// <summary>Why it failed, or why the last attempt did.</summary>
    public GenerationFailureDto? Failure { get; init; }
    /// <summary>The take it made.</summary>
    public Guid? TakeId { get; init; }
    /// <summary>The reference image it made.</summary>
    public Guid? ImageId { get; init; }
    /// <summary>The generation whose recipe it repeats.</summary>
    public Guid? RetryOf { get; init; }
    /// <summary>What it is made from.</summary>
    public required RecipeDto Recipe { get; init; }
    /// <summary>Every try, oldest first.</summary>
    public required IReadOnlyList<AttemptDto> Attempts { get; init; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Who asked.</summary>
    public required Guid CreatedBy { get; init; }
    /// <summary>Last change of state.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>When the next attempt is due, after one that failed.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    /// <summary>When it expires if nothing becomes of it until then.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }
}

/// <summary>A failure.</summary>
/// <param name="Kind">The cause.</param>
/// <param name="Message">The provider's own words.</param>
/// <param name="Retryable">Whether trying again may help.</param>
/// <param name="Billable">Whether it was charged.</param>
public sealed record GenerationFailureDto(FailureKind Kind, string? Message, bool Retryable, bool Billable);

/// <summary>A recipe as it was sent.</summary>
/// <param name="Provider">The provider's slug.</param>
/// <param name="Model">The model's name at the provider.</param>
/// <param name="Prompt">The whole prompt.</param>
/// <param name="NegativePrompt">What to leave out.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Parameters">The provider's other settings: text by name.</param>
/// <param name="Feedback">What was asked to be different from the take it refines.</param>
/// <param name="ParentTakeId">The take it refines.</param>
/// <param name="References">Every reference that went along.</param>
public sealed record RecipeDto(
    string Provider, string Model, string Prompt, string? NegativePrompt, long Seed, IReadOnlyDictionary<string, string> Parameters, string? Feedback,
    Guid? ParentTakeId, IReadOnlyList<Domain.Assets.Types.TakeRecipeReference> References);

/// <summary>One try.</summary>
/// <param name="Id">Its id; providers that take an id of ours know it.</param>
/// <param name="Ordinal">From 1.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExternalId">The provider's own id for the work.</param>
/// <param name="FailureKind">The cause, when it failed.</param>
/// <param name="Message">The provider's own words.</param>
/// <param name="Cost">What it cost, in the workspace's currency.</param>
/// <param name="ProviderCost">What the provider named, in its currency.</param>
/// <param name="Rate">What one unit of the provider's currency was worth in the workspace's.</param>
/// <param name="Assumed">Whether the estimate stands in for an amount that the provider has not named.</param>
/// <param name="StartedAt">When the intent was stored.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record AttemptDto(
    Guid Id, int Ordinal, AttemptOutcome Outcome, string? ExternalId, FailureKind? FailureKind, string? Message, CostDto Cost, CostDto? ProviderCost, decimal? Rate,
    bool Assumed, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

/// <summary>A provider and what it can make.</summary>
/// <param name="Slug">What requests and recipes call it.</param>
/// <param name="Label">For people.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Variable">The setting it waits for, when it is not configured.</param>
/// <param name="Reason">Why it cannot be used.</param>
/// <param name="Models">Its models; the first is taken when none is named.</param>
public sealed record ProviderDto(string Slug, string Label, Common.Ports.Availability Status, string? Variable, string? Reason, IReadOnlyList<ModelDto> Models);

/// <summary>A model.</summary>
/// <param name="Name">What requests and recipes call it.</param>
/// <param name="Label">For people.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Price">Of one output.</param>
/// <param name="MaxReferences">How many references it takes.</param>
/// <param name="Sizes">The sizes it makes, in pixels, <c>1280x720</c>; empty: any.</param>
/// <param name="MaxDurationMs">The longest clip in milliseconds; null: not a matter of length.</param>
/// <param name="ShutDownOn">The day the provider ends it, if announced.</param>
/// <param name="PricePerSecond">Charged for every second on top of the price; null: nothing.</param>
/// <param name="DurationsMs">The lengths it makes, the usual one first; empty for stills.</param>
/// <param name="Slots">What it takes beside words.</param>
/// <param name="Warning">What to know before choosing it, in a sentence; null when there is nothing.</param>
/// <param name="Unavailable">Why it cannot be used on this server at the moment; null when it can.</param>
public sealed record ModelDto(
    string Name, string Label, OutputKind Kind, CostDto Price, int MaxReferences, IReadOnlyList<string> Sizes, int? MaxDurationMs, DateOnly? ShutDownOn,
    CostDto? PricePerSecond, IReadOnlyList<int> DurationsMs, IReadOnlyList<ReferenceSlot> Slots, string? Warning, string? Unavailable = null);

internal static class MoneyDtos
{
    internal static CostDto Dto(this Money money) => new(money.Amount, money.Currency);
}
