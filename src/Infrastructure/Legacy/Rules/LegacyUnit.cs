using Director.Domain.Relationships;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>A file that came along, as it was measured when the export was read.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">Told by its first bytes; null: of no kind that is taken.</param>
/// <param name="Width">Pixels across, of pictures.</param>
/// <param name="Height">Pixels down, of pictures.</param>
/// <param name="Missing">Why there are no bytes; null: they are here.</param>
internal sealed record LegacyFile(string? Sha256, long Size, string? ContentType, int? Width, int? Height, string? Missing);

/// <summary>An asset to be. The columns of the assets table, as they will stand there.</summary>
internal sealed record LegacyAsset
{
    /// <summary>The row it is made of: <c>table/id</c>.</summary>
    internal required string Origin { get; init; }
    internal required Guid Id { get; init; }
    internal required string Type { get; init; }
    internal required string Name { get; init; }
    internal required string Details { get; init; }
    internal required int DetailsVersion { get; init; }
    internal required DateTime CreatedAt { get; init; }
    internal required DateTime UpdatedAt { get; init; }
    internal string? Description { get; init; }
    internal string? ExternalId { get; init; }
    internal string Metadata { get; init; } = "{}";
    internal string? Status { get; init; }
    internal Guid? ParentId { get; init; }
    internal Guid? RootId { get; init; }
    internal string Position { get; init; } = "a0";
    internal int? Number { get; init; }
    internal string? Code { get; init; }
    internal Guid? SelectedChildId { get; init; }
    internal DateTime? SelectedAt { get; init; }
    internal decimal? Cost { get; init; }
    internal bool Favorite { get; init; }
    internal int? Rating { get; init; }
    internal string? Verdict { get; init; }
    internal LegacyFile? Media { get; init; }
    internal int TakeCount { get; init; }
    internal int LastChildNumber { get; init; }
    internal int? SelectedNumber { get; init; }
}

/// <summary>A link to be.</summary>
internal sealed record LegacyLink(string Origin, Guid Parent, Guid Child, RelationshipKind Kind, int Sequence, DateTime At)
{
    internal string Key => $"{Parent:N}{Child:N}{Kind.Slug}";
}

/// <summary>A collection to be.</summary>
internal sealed record LegacyCollection(string Origin, Guid Id, string Name, Guid? Parent, DateTime CreatedAt, DateTime UpdatedAt);

/// <summary>A film's place in a collection.</summary>
internal sealed record LegacyMember(string Origin, Guid Collection, Guid Asset);

/// <summary>A tag on an asset; without one the tag itself.</summary>
internal sealed record LegacyTag(string Origin, string Name, Guid? Asset, DateTime At);

/// <summary>A note on a take.</summary>
internal sealed record LegacyNote(string Origin, Guid Id, Guid Take, string Text, string Author, DateTime At);

/// <summary>An earlier version of a shot's words, for its history.</summary>
internal sealed record LegacyVersion(string Origin, Guid Id, Guid Shot, Guid Film, string? Before, string After, DateTime At);

/// <summary>Somebody to be invited.</summary>
internal sealed record LegacyInvitation(string Origin, Guid Id, string Name, DateTime At);

/// <summary>A text that stood in a row and becomes a file.</summary>
internal sealed record LegacyText(string Sha256, byte[] Bytes);

/// <summary>What became of a row.</summary>
internal enum LegacyFate
{
    Imported,
    Merged,
    Refused,
}

/// <summary>The fate of one row.</summary>
/// <param name="Table">Where it was.</param>
/// <param name="Id">What it was called there.</param>
/// <param name="Line">Its line in the export.</param>
/// <param name="Fate">Imported, merged into something, or refused.</param>
/// <param name="Target">What it became: an asset type's slug, <c>collection</c>, <c>tag</c>, <c>note</c>…</param>
/// <param name="TargetId">Which one.</param>
/// <param name="Reason">Why it was refused, or what it was merged into.</param>
internal sealed record LegacyOutcome(string Table, string Id, long Line, LegacyFate Fate, string? Target, Guid? TargetId, string? Reason)
{
    internal string Origin => LegacyRow.OriginOf(Table, Id);
}

/// <summary>What some rows become together, all of it or nothing: a shot with its takes and reviews, or just one character.</summary>
internal sealed class LegacyUnit
{
    internal List<LegacyOutcome> Outcomes { get; } = [];
    internal List<LegacyAsset> Assets { get; } = [];
    internal List<LegacyLink> Links { get; } = [];
    internal List<LegacyCollection> Collections { get; } = [];
    internal List<LegacyMember> Members { get; } = [];
    internal List<LegacyTag> Tags { get; } = [];
    internal List<LegacyNote> Notes { get; } = [];
    internal List<LegacyVersion> Versions { get; } = [];
    internal List<LegacyInvitation> Invitations { get; } = [];
    internal List<LegacyText> Texts { get; } = [];

    internal int Size => Outcomes.Count + Assets.Count + Links.Count;

    internal LegacyUnit Imported(LegacyRow row, string target, Guid id)
    {
        Outcomes.Add(new LegacyOutcome(row.Table, row.Id, row.Line, LegacyFate.Imported, target, id, null));
        return this;
    }

    internal LegacyUnit Merged(LegacyRow row, string target, Guid id, string into)
    {
        Outcomes.Add(new LegacyOutcome(row.Table, row.Id, row.Line, LegacyFate.Merged, target, id, into));
        return this;
    }

    internal LegacyUnit Refused(LegacyRow row, string reason)
    {
        Outcomes.Add(new LegacyOutcome(row.Table, row.Id, row.Line, LegacyFate.Refused, null, null, reason));
        return this;
    }
}
