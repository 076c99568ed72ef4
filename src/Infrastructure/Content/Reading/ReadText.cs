using Director.Domain.Content;

namespace Director.Infrastructure.Content.Reading;

/// <summary>What a reader made of some bytes.</summary>
/// <param name="Kind">What they were.</param>
/// <param name="Title">What the text calls itself; null: nothing.</param>
/// <param name="Text">Paragraphs separated by an empty line; headings begin with <c># </c>; a screenplay is Fountain.</param>
/// <param name="Language">A BCP 47 tag; null: unknown.</param>
/// <param name="SceneCount">Scenes, of a screenplay; null: it is none.</param>
internal sealed record ReadText(SourceKind Kind, string? Title, string Text, string? Language, int? SceneCount);

/// <summary>What is to be read.</summary>
/// <param name="Kind">What it is; null: its bytes tell.</param>
/// <param name="ContentType">What a server called it.</param>
/// <param name="Address">Where it lay.</param>
/// <param name="FileName">What it was called.</param>
internal sealed record ReadWish(SourceKind? Kind, string? ContentType, string? Address, string? FileName);
