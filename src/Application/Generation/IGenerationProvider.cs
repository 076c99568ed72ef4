using System.Globalization;
using Director.Application.Common.Ports;
using Director.Domain.Generation;
using Director.Domain.Workspaces;

namespace Director.Application.Generation;

/// <summary>What a provider can make.</summary>
public enum OutputKind
{
    /// <summary>A still.</summary>
    Image,
    /// <summary>A clip.</summary>
    Video,
    /// <summary>A sound.</summary>
    Audio,
}

/// <summary>One model of a provider.</summary>
/// <param name="Name">Its name at the provider.</param>
/// <param name="Label">For people.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Price">Of one output.</param>
/// <param name="MaxReferences">How many reference images it takes.</param>
/// <param name="Sizes">The sizes it makes, <c>1280x720</c>; empty: any.</param>
/// <param name="MaxDurationMs">The longest clip; null for stills.</param>
/// <param name="ShutDownOn">When the provider takes it away.</param>
public sealed record ProviderModel(
    string Name, string Label, OutputKind Kind, Money Price, int MaxReferences, IReadOnlyList<string> Sizes, int? MaxDurationMs = null, DateOnly? ShutDownOn = null)
{
    /// <summary>The parameter that says how long a clip should be, in milliseconds.</summary>
    public const string DurationParameter = "durationMs";

    /// <summary>The parameter that says how large a picture or clip should be, <c>1280x720</c>.</summary>
    public const string SizeParameter = "size";

    /// <summary>What it takes beside words; empty: words alone.</summary>
    public IReadOnlyList<ReferenceSlot> Slots { get; init; } = [];

    /// <summary>The lengths it makes, in milliseconds, the usual one first; empty for stills, or when any up to <see cref="MaxDurationMs"/> will do.</summary>
    public IReadOnlyList<int> DurationsMs { get; init; } = [];

    /// <summary>Why it cannot be used on this server at the moment; null when it can.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Charged for every second on top of <see cref="Price"/>; null: nothing.</summary>
    public Money? PricePerSecond { get; init; }

    /// <summary>What one output with these parameters is expected to cost.</summary>
    public Money Estimate(IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (PricePerSecond is not { } second) return Price;
        var asked = int.TryParse(parameters.GetValueOrDefault(DurationParameter), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms > 0 ? ms : (int?)null;
        // Nothing said and nothing usual: the longest, so that a budget is never overdrawn.
        var length = asked ?? (DurationsMs is [var usual, ..] ? usual : MaxDurationMs ?? 0);
        return Money.Of(decimal.Round(Price.Amount + (second.Amount * length / 1000m), 6, MidpointRounding.AwayFromZero), Price.Currency).Value;
    }
}

/// <summary>A place for references of one kind.</summary>
/// <param name="Role">What they are sent as: <c>image</c> for any picture, or <c>firstFrame</c>, <c>lastFrame</c>.</param>
/// <param name="Max">How many.</param>
/// <param name="Required">Whether the model refuses to work without one.</param>
public sealed record ReferenceSlot(string Role, int Max, bool Required = false);

/// <summary>What a worker sends: everything resolved, nothing to look up.</summary>
/// <param name="Attempt">Ours; a provider that takes ids of its callers gets this one.</param>
/// <param name="Recipe">What to make.</param>
public sealed record ProviderRequest(AttemptId Attempt, Recipe Recipe)
{
    /// <summary>Whose it is: references are read from this workspace's files.</summary>
    public WorkspaceId Workspace { get; init; }

    /// <summary>The generation that the attempt is one of.</summary>
    public GenerationId Generation { get; init; }

    /// <summary>When the intent to make this attempt was stored: the provider cannot have had it earlier.</summary>
    public DateTimeOffset StartedAt { get; init; }
}

/// <summary>Work that a provider has.</summary>
/// <param name="ExternalId">The provider's own id for it.</param>
/// <param name="Request">What was sent.</param>
public sealed record ProviderWork(string ExternalId, ProviderRequest Request);

/// <summary>One finished file. The stream is read once and disposed by the worker.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Name">For logs; never trusted.</param>
public sealed record ProviderOutput(Stream Content, string Name) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>What a provider answered. Exactly one of the cases below.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer() { }

    /// <summary>It has the work and will take a while.</summary>
    public sealed record Working(string ExternalId, TimeSpan LookAgainIn) : ProviderAnswer;

    /// <summary>The work is done; <see cref="IGenerationProvider.FetchAsync"/> brings it.</summary>
    public sealed record Ready(string ExternalId, Money? Cost = null) : ProviderAnswer;

    /// <summary>The work is done and here. Providers that answer at once use this.</summary>
    public sealed record Finished(IReadOnlyList<ProviderOutput> Outputs, Money Cost) : ProviderAnswer;

    /// <summary>It went wrong.</summary>
    public sealed record Refused(GenerationFailure Failure, Money? Cost = null) : ProviderAnswer;

    /// <summary>The provider knows nothing of it.</summary>
    public sealed record Forgotten : ProviderAnswer;

    /// <summary>Only of <see cref="IGenerationProvider.SubmitAsync"/> and <see cref="IGenerationProvider.ReconcileAsync"/>: whether the provider has the work
    /// cannot be said yet, but may be soon, because it will call back or list it. The attempt stays open and is reconciled again.</summary>
    public sealed record Unclear(TimeSpan LookAgainIn) : ProviderAnswer;
}

/// <summary>
/// Makes pictures, clips or sounds from recipes. Calls happen outside any transaction, on a worker; an exception counts as an unknown
/// outcome, so an adapter answers with <see cref="ProviderAnswer.Refused"/> for everything it can name.
/// </summary>
public interface IGenerationProvider
{
    /// <summary>Stable name in recipes and on the wire.</summary>
    string Slug { get; }

    /// <summary>For people.</summary>
    string Label { get; }

    /// <summary>Whose account it works with, which is what turns, limits and health are counted by: its slug, and where the key is a workspace's own, the workspace.</summary>
    string Account => Slug;

    /// <summary>Whether the same recipe gives the same bytes for nothing, so that repeating a call that may have been made does no harm.</summary>
    bool FreeToRepeat { get; }

    /// <summary>Whether it reads the shot itself and not its prompt alone.</summary>
    bool ReadsTheShot => false;

    /// <summary>Whether it can be used.</summary>
    FeatureReport Status { get; }

    /// <summary>Its models, the default one first.</summary>
    IReadOnlyList<ProviderModel> Models { get; }

    /// <summary>Hands the work over.</summary>
    Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct);

    /// <summary>Asks after work that was handed over.</summary>
    Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Brings the files of finished work.</summary>
    Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Asks the provider to stop. It may still finish and be charged.</summary>
    Task CancelAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Finds out what became of an attempt whose reply was lost: <see cref="ProviderAnswer.Working"/>, <see cref="ProviderAnswer.Ready"/>,
    /// <see cref="ProviderAnswer.Forgotten"/> when it surely never arrived, or <see cref="ProviderAnswer.Refused"/> with
    /// <see cref="FailureKind.Unknown"/> when nobody can say, or <see cref="ProviderAnswer.Unclear"/> when that may still change.</summary>
    Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct);

    /// <summary>Makes the cheapest call that shows whether address and key are right; nothing is generated and nothing charged.</summary>
    /// <returns>What is wrong; null when it works.</returns>
    Task<GenerationFailure?> TestAsync(CancellationToken ct);
}

/// <summary>A provider that this version knows and this server is not set up for.</summary>
/// <param name="Slug">Its name in recipes.</param>
/// <param name="Label">For people.</param>
/// <param name="Variable">The variable to set or to correct.</param>
/// <param name="Reason">Why it is off, in a sentence; never repeats a value.</param>
public sealed record MissingProvider(string Slug, string Label, string Variable, string Reason);

/// <summary>The providers that a workspace can use.</summary>
/// <param name="All">All of them, the default first.</param>
/// <param name="Missing">Those that it could have besides.</param>
public sealed record ProviderSet(IReadOnlyList<IGenerationProvider> All, IReadOnlyList<MissingProvider> Missing)
{
    /// <summary>One by its slug; null when there is none.</summary>
    public IGenerationProvider? Find(string slug) => All.FirstOrDefault(p => p.Slug == slug);
}

/// <summary>The providers of the caller's workspace: those with credentials of its own, and those of the server. Without a workspace, the server's alone.</summary>
public interface IGenerationProviders
{
    /// <summary>All of them, as they are now.</summary>
    Task<ProviderSet> HereAsync(CancellationToken ct);

    /// <summary>One by its slug; null when there is none.</summary>
    Task<IGenerationProvider?> FindAsync(string slug, CancellationToken ct);
}

/// <summary>Hands steps of generations to the workers.</summary>
public interface IGenerationQueue
{
    /// <summary>Inside a transaction: when it commits, a worker takes the next step of each soon; when it rolls back, nobody does.</summary>
    Task EnqueueAsync(IReadOnlyCollection<GenerationId> generations, TimeSpan delay, CancellationToken ct);
}

/// <summary>Where seeds come from when nobody names one.</summary>
public interface ISeedSource
{
    /// <summary>A number from 0 to 2,147,483,646.</summary>
    long Next();
}
