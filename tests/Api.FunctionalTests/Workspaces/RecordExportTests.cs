using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

public sealed class RecordExportTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_record_is_exported_line_by_line_as_it_is_listed()
    {
        using var alice = await App.CreateClient("alice");
        await alice.FilmAsync(2);
        var listed = (await alice.GetAsync<PageAnswer<JsonElement>>("/api/events?limit=200")).Items.Select(e => e.GetProperty("id").GetString()).Order(StringComparer.Ordinal).ToList();

        using var file = await alice.GetAsync("/api/events/export?format=jsonl");
        var lines = (await file.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        lines.Select(e => e.GetProperty("id").GetString()).Order(StringComparer.Ordinal).Should().Equal(listed);
        lines.Should().OnlyContain(e => e.GetProperty("actor").GetProperty("name").GetString() == "alice" && e.GetProperty("origin").GetString() != null);
        file.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex("^\"?record-[0-9a-f]{32}-[0-9]{8}-[0-9]{6}\\.jsonl\"?$");
    }

    [Fact]
    public async Task A_csv_is_read_back_field_by_field_and_runs_nothing()
    {
        using var alice = await App.CreateClient("alice");
        await alice.MakeAsync("prop", "Lamp, \"green\"\r\nand low");
        await App.Database.ExecuteAsync("update users set display_name = '=HYPERLINK(\"http://evil.example\")' where display_name = 'alice'");
        await Task.Delay(2_100); // what the server remembers of the name
        await alice.MakeAsync("prop", "Chair");

        using var file = await alice.GetAsync("/api/events/export");
        var rows = Csv(await file.Content.ReadAsStringAsync());

        file.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        rows[0].Should().StartWith(["id", "at", "actorKind", "actorId", "actorName", "operation"]);
        rows.Should().HaveCount(3).And.OnlyContain(r => r.Count == rows[0].Count);
        rows[2][4].Should().Be("'=HYPERLINK(\"http://evil.example\")");
        JsonDocument.Parse(rows[1][10]).RootElement.GetProperty("name").GetString().Should().Be("Lamp, \"green\"\r\nand low");
    }

    [Fact]
    public async Task More_than_one_page_of_the_record_is_exported_once_each()
    {
        using var alice = await App.CreateClient("alice");
        for (var i = 0; i < 5; i++)
            await alice.PostAsync<BatchAnswer[]>("/api/assets/batch", new { items = Enumerable.Range(0, 450).Select(n => new { type = "prop", name = $"Prop {i}-{n}" }) });

        var lines = (await alice.GetStringAsync("/api/events/export?format=jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(2_250).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("producer", 200)]
    [InlineData("director", 403)]
    [InlineData("viewer", 403)]
    public async Task Who_takes_the_record_away_is_told_by_the_table(string role, int status)
    {
        using var caller = await App.JoinAsync("carl", (await App.PersonAsync("alice")).WorkspaceId, role);

        ((int)(await caller.GetAsync("/api/events/export")).StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Another_format_is_refused_and_another_crews_record_is_not_in_it()
    {
        using var alice = await App.CreateClient("alice");
        using var mallory = await App.CreateClient("mallory");
        await alice.MakeAsync("prop", "Lamp");

        (await alice.GetAsync("/api/events/export?format=xlsx").ProblemAsync()).Should().BeEquivalentTo(new { HttpStatus = 422, Fields = new[] { "format" } });
        (await mallory.GetStringAsync("/api/events/export?format=jsonl")).Should().BeEmpty();
    }

    /// <summary>Reads RFC 4180.</summary>
    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = text[0] == '\uFEFF' ? 1 : 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] is ',' or '\n' && !quoted)
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (text[i] == '\n') rows.Add([]);
            }
            else if (quoted || text[i] != '\r') field.Append(text[i]);
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
