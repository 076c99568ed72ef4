using System.Text.Json;

namespace Director.Application.Events;

/// <summary>One thing that happened.</summary>
/// <param name="Id">Its place in the log, <c>tx-seq</c>; send it as <c>after</c> or <c>Last-Event-ID</c>.</param>
/// <param name="Kind">The operation.</param>
/// <param name="SubjectType">What it happened to: an asset type's slug, <c>relationship</c>, <c>generation</c>…</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="SubjectName">What it is called: its code or name at that time, else now; of a link both ends; null when nobody knows any more.</param>
/// <param name="RootId">The film, if it belongs to one.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Before">The touched fields as they were; null when it was made.</param>
/// <param name="After">The touched fields as they are; null when it is gone.</param>
/// <param name="RequestId">The request it was part of.</param>
/// <param name="Undoable">Whether <c>undoEvent</c> takes it back, as long as nobody changed the same since.</param>
public sealed record EventDto(
    string Id, string Kind, string SubjectType, Guid SubjectId, string? SubjectName, Guid? RootId, DateTimeOffset At, EventActorDto Actor, JsonElement? Before, JsonElement? After,
    string RequestId, bool Undoable);

/// <summary>Who did it.</summary>
/// <param name="Kind">user, key, worker or system.</param>
/// <param name="Id">The person; a worker acts for one too, and a key for who made it.</param>
/// <param name="Name">Their name at that time; the key's own when it was one.</param>
public sealed record EventActorDto(string Kind, Guid? Id, string Name);

/// <summary>A place in the log: transactions in the order of their ids, rows of one in order. Sequence numbers alone commit out of order.</summary>
public readonly record struct EventPlace(ulong Tx, long Seq)
{
    /// <summary>Before everything.</summary>
    public static EventPlace Beginning => default;

    /// <summary>Negative when this place is before the other.</summary>
    public int CompareTo(EventPlace other) => Tx == other.Tx ? Seq.CompareTo(other.Seq) : Tx.CompareTo(other.Tx);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tx}-{Seq}");

    /// <summary>Reads an event's id; false for anything else.</summary>
    public static bool TryParse(string? text, out EventPlace place)
    {
        place = default;
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        if (text?.Split('-') is not [var tx, var seq]
            || !ulong.TryParse(tx, System.Globalization.NumberStyles.None, invariant, out var t)
            || !long.TryParse(seq, System.Globalization.NumberStyles.None, invariant, out var s)) return false;
        place = new EventPlace(t, s);
        return true;
    }
}
