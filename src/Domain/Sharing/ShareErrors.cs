using Director.Domain.Common;

namespace Director.Domain.Sharing;

/// <summary>Every refusal that concerns share links and their guests.</summary>
public static class ShareErrors
{
    /// <summary>Unknown, foreign, expired or revoked: never told apart.</summary>
    public static readonly Error NotFound = new("share.notFound", "This link does not exist or is not open any more.", ErrorKind.NotFound);
    /// <summary>Nothing of that id is shared by the link.</summary>
    public static readonly Error NotShared = new("share.notShared", "There is nothing like that in this review.", ErrorKind.NotFound);
    /// <summary>The guest has not come in, or what lets them in has run out.</summary>
    public static readonly Error EnterFirst = new("share.enter", "Say your name first.", ErrorKind.Unauthenticated);
    /// <summary>Wrong, or missing.</summary>
    public static readonly Error WrongPassphrase = Error.Field("passphrase", "This is not the link's passphrase.", "share.wrongPassphrase", ErrorKind.Forbidden);
    /// <summary>The link does not allow it.</summary>
    public static readonly Error NotAllowed = new("share.notAllowed", "This link does not allow that.", ErrorKind.Forbidden);
    /// <summary>Something to share has to be named, one way or the other.</summary>
    public static readonly Error NothingShared = Error.Field("targetId", "Name a film, a scene or a shot as targetId, or takes as takeIds; one of the two.");
    /// <summary>What is named cannot be shared.</summary>
    public static readonly Error TargetNotFound = Error.Field("targetId", "There is no such film, scene or shot.", "asset.notFound", ErrorKind.NotFound);
    /// <summary>Takes that are not there.</summary>
    public static Error UnknownTakes(IEnumerable<int> places) => Error.Of([.. places.Select(i => new FieldFault($"takeIds[{i}]", "There is no such take."))], "asset.notFound", ErrorKind.NotFound);
    /// <summary>Too many takes.</summary>
    public static readonly Error TooManyTakes = Error.Field("takeIds", $"A link shows at most {ShareLink.MaxTakes} takes, each once.");
    /// <summary>The name cannot be burnt into that kind of file.</summary>
    public static Error CannotWatermark(string contentType) => new("share.cannotWatermark",
        $"The guest's name cannot be burnt into a file of type {contentType}: it can into pictures and, where the server has ffmpeg, into clips. Share it without a watermark, or as pictures.");
    /// <summary>The clip cannot be read, or it takes too long.</summary>
    public static readonly Error WatermarkFailed = new("share.watermarkFailed", "Your name could not be burnt into this clip, so it is not shown. Tell whoever sent you the link.");
    /// <summary>The caller saw an older version.</summary>
    public static Error Stale(long seen, long now) => new("share.stale", $"Version {seen} is not current any more: it is {now}. Read it again and repeat the change.", ErrorKind.Stale);
}
