namespace Director.Infrastructure.Interchange.Text;

/// <summary>Text and the encoding it was found to be in.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">"utf-8", "utf-16le", "utf-16be", "windows-1252" or "windows-1251".</param>
/// <param name="Damaged">Bytes that are not text in that encoding and were read as U+FFFD.</param>
public sealed record DecodedText(string Text, string Encoding, int Damaged = 0);
