namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>A line of the source after notes and boneyard were lifted out of it.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Text">What is left of it.</param>
/// <param name="IsBlank">Nothing but white space in the source too: a line that only held a note does not part paragraphs.</param>
internal readonly record struct SourceLine(int Number, string Text, bool IsBlank);
