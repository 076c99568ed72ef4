using Director.Domain.Common;

namespace Director.Domain.Generation;

/// <summary>Every refusal that concerns a generation.</summary>
public static class GenerationErrors
{
    /// <summary>Unknown or foreign.</summary>
    public static readonly Error NotFound = new("generation.notFound", "There is no such generation.", ErrorKind.NotFound);
    /// <summary>Nothing is left to cancel.</summary>
    public static readonly Error Finished = new("generation.finished", "This generation has ended already.", ErrorKind.Conflict);
    /// <summary>Only what failed, was cancelled or expired can be tried again.</summary>
    public static readonly Error NotRetryable = new("generation.notRetryable", "Only a generation that failed, expired or was cancelled can be tried again.", ErrorKind.Conflict);
    /// <summary>The worker that asks no longer holds the work, or the step does not follow from the state.</summary>
    public static readonly Error ClaimLost = new("generation.claimLost", "Another worker holds this generation, or it has ended.", ErrorKind.Conflict);
    /// <summary>No such provider.</summary>
    public static Error UnknownProvider(string slug) => Error.Field("provider", $"There is no provider \"{(slug.Length > 60 ? slug[..60] : slug)}\"; GET /api/models lists them.", "generation.unknownProvider");
    /// <summary>The provider has no such model.</summary>
    public static Error UnknownModel(string provider, string model) => Error.Field("model", $"{provider} has no model \"{(model.Length > 60 ? model[..60] : model)}\"; GET /api/models lists them.", "generation.unknownModel");
    /// <summary>The model needs something that this server does not have.</summary>
    public static Error ModelUnavailable(string provider, string model, string why) => Error.Field("model", $"{provider}'s {model} cannot be used: {why}", "generation.modelUnavailable");
    /// <summary>No such provider, where it is part of the address.</summary>
    public static readonly Error NoProvider = new("generation.noProvider", "There is no such provider; GET /api/models lists them.", ErrorKind.NotFound);
    /// <summary>The provider is not set up.</summary>
    public static Error ProviderUnavailable(string provider, string reason) => new("generation.providerUnavailable", $"{provider} cannot be used: {reason}", ErrorKind.Unavailable);
    /// <summary>No reference images are made of this type of asset.</summary>
    public static Error NoReferenceImages(string label) => new("generation.noReferenceImages", $"Reference images are made of characters, locations, props and styles, not of a {label.ToLowerInvariant()}.", ErrorKind.Rule);
    /// <summary>The model makes something else.</summary>
    public static Error NoImages(string provider, string model) => Error.Field("model", $"{provider}'s {model} makes no images.", "generation.noImages");
    /// <summary>The take to refine is not one of this shot.</summary>
    public static readonly Error ParentTake = Error.Field("parentTakeId", "parentTakeId names no take of this shot.", "generation.parentTake");
    /// <summary>Nothing is known of how the take was made.</summary>
    public static readonly Error NoRecipe = new("take.noRecipe", "Nothing is on file of how this take was made, so it cannot be made again.", ErrorKind.Rule);
    /// <summary>Refining says what should be different, and nothing else does.</summary>
    public static readonly Error FeedbackMissing = Error.Field("feedback", "feedback says what should be different; it is needed to refine a take.", "generation.feedbackMissing");
    /// <summary>The other modes change nothing that words could.</summary>
    public static readonly Error FeedbackUnused = Error.Field("feedback", "feedback goes with the mode refine alone.", "generation.feedbackUnused");
    /// <summary>There is nothing to take settings over from.</summary>
    public static readonly Error NothingToInherit = Error.Field("inheritFromPrevious", "The shot before this one has no selected take whose recipe is on file.", "generation.nothingToInherit");
    /// <summary>Not a currency.</summary>
    public static readonly Error Currency = Error.Field("currency", "A currency is three capital letters (ISO 4217).", "money.currency");
    /// <summary>Not an amount.</summary>
    public static readonly Error Amount = Error.Field("amount", "An amount is between 0 and 9,999,999,999,999 with at most six decimals.", "money.amount");
}
