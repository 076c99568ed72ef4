using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Director.Application.Events;

/// <summary>Names one row of the record, as <c>&lt;transaction&gt;-&lt;sequence&gt;</c>: the transaction's number orders rows as they became visible, the sequence within it as they were written.</summary>
/// <param name="Tx">The transaction that wrote it.</param>
/// <param name="Seq">Its place in the record.</param>
public readonly record struct EventId(ulong Tx, long Seq)
{
    /// <summary>Reads an id as it stands on the wire; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EventId id)
    {
        id = default;
        if (text?.Split('-') is not [var tx, var seq]
            || !ulong.TryParse(tx, NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            || !long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return false;
        id = new EventId(transaction, sequence);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tx}-{Seq}");
}
