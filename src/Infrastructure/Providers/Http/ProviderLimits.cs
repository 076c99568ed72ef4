namespace Director.Infrastructure.Providers.Http;

/// <summary>How long and how much an outside provider may take. Everything that arrives from outside has an end.</summary>
internal sealed record ProviderLimits
{
    /// <summary>Until a connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One call, reading its answer included.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>One call that answers with the finished picture.</summary>
    public TimeSpan LongCall { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Fetching one picture.</summary>
    public TimeSpan PictureDownload { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Fetching one clip or sound.</summary>
    public TimeSpan ClipDownload { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Making one picture, from the intent to the file; then it counts as stuck.</summary>
    public TimeSpan PicturePatience { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Making one clip.</summary>
    public TimeSpan ClipPatience { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Between the intent and the moment when a provider that lists its work would list it.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The first look at work that was handed over; later looks come less often.</summary>
    public TimeSpan FirstLook { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest between two looks.</summary>
    public TimeSpan LastLook { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks at work whose provider calls back.</summary>
    public TimeSpan CalledBackLook { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of one JSON answer.</summary>
    public long Reply { get; init; } = 8L << 20;

    /// <summary>Bytes of one answer that carries a picture in it.</summary>
    public long ReplyWithPicture { get; init; } = 64L << 20;

    /// <summary>Bytes of one picture.</summary>
    public long Picture { get; init; } = 100L << 20;

    /// <summary>Bytes of one clip.</summary>
    public long Clip { get; init; } = 2L << 30;

    /// <summary>Bytes of one reference.</summary>
    public long Reference { get; init; } = 50L << 20;
}
