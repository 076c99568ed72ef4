namespace Director.Application.Interchange.Screenplays;

/// <summary>Reads one screenplay format. Readers are pure: same bytes, same reading; they never throw for what is in the file.</summary>
public interface IScreenplayReader
{
    /// <summary>The format's name in addresses: "fountain", "fdx".</summary>
    string Format { get; }

    /// <summary>Reads the bytes of a file in whatever encoding they are.</summary>
    ScreenplayReading Read(ReadOnlyMemory<byte> content);
}
