namespace Director.Application.Interchange.Screenplays;

/// <summary>One entry of the title page: "Title", "Author", "Draft date" … Several lines are joined by '\n'.</summary>
public sealed record TitlePageEntry(string Key, string Value);
