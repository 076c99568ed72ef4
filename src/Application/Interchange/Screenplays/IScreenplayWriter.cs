namespace Director.Application.Interchange.Screenplays;

/// <summary>Writes one screenplay format.</summary>
public interface IScreenplayWriter
{
    /// <summary>The format's name in addresses: "fountain".</summary>
    string Format { get; }

    string Write(Screenplay screenplay);
}
