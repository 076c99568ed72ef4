namespace Director.Web.Tests;

/// <summary>Characters, the recipe, the board's table, lineage, notes and budgets, in a real browser.</summary>
[Collection("one browser at a time")]
public sealed class LibraryTests
{
    [BrowserFact]
    public async Task A_character_is_made_drawn_and_used_and_the_table_is_written_like_a_spreadsheet() => await BrowserRun.PassesAsync("e2e/library.mjs");
}
