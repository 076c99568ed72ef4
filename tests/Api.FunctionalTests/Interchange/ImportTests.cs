using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Films;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Interchange;

/// <summary>Scripts in: what an import makes, what a newer script changes, and what is refused.</summary>
public sealed class ImportTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Landing = "EXT. LANDING - DAWN\n\nA ferry waits in the fog. ANNA runs down the ramp.\n\n";
    private const string Ferry = "INT. FERRY - DAY\n\nANNA\nWhere does this go?\n\nThe ferryman looks at the water for a long time.\n\n";
    private const string Shore = "EXT. FAR SHORE - DUSK\n\nAnna steps ashore. Nobody is there.\n\n";
    private const string House = "INT. HOUSE - NIGHT\n\nA lamp burns on an empty table.\n\n";

    private HttpClient alice = null!;
    private Guid film;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        alice = await App.CreateClient("alice");
        film = (await alice.PostAsync<JsonElement>("/api/films", new { title = "The Ferry" })).Id();
    }

    [Fact]
    public async Task A_script_becomes_scenes_shots_and_a_cast()
    {
        var report = await Import(Landing + Ferry + Shore);
        Lists(report).Should().Equal(("new", report.GetProperty("new").GetArrayLength()), ("changed", 0), ("moved", 0), ("omitted", 0), ("reinstated", 0));

        var structure = await Structure();
        structure.GetProperty("scenes").EnumerateArray().Select(s => s.Text("name")).Should().Equal("EXT. LANDING - DAWN", "INT. FERRY - DAY", "EXT. FAR SHORE - DUSK");
        structure.GetProperty("characters").EnumerateArray().Select(c => c.Text("name")).Should().Equal("Anna");
        var shots = structure.Shots().ToList();
        shots.Should().HaveCountGreaterThanOrEqualTo(3);
        shots.Select(s => s.Text("code")).Should().OnlyHaveUniqueItems();
        shots.Should().OnlyContain(s => s.GetProperty("details").GetProperty("durationFrames").GetInt32() >= 24);
        report.GetProperty("new").EnumerateArray().Should().OnlyContain(i => i.GetProperty("id").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var dry = await Import(Landing + Ferry, dryRun: true);
        (await Structure()).GetProperty("scenes").GetArrayLength().Should().Be(0);
        Lists(await Import(Landing + Ferry)).Should().Equal(Lists(dry));
    }

    [Fact]
    public async Task The_same_script_again_changes_nothing()
    {
        await Import(Landing + Ferry);
        var before = (await Structure()).GetRawText();
        Lists(await Import(Landing + Ferry)).Should().OnlyContain(l => l.Count == 0);
        (await Structure()).Shots().Select(s => (s.Id(), s.GetProperty("version").GetInt64()))
            .Should().Equal(JsonDocument.Parse(before).RootElement.Shots().Select(s => (s.Id(), s.GetProperty("version").GetInt64())));
    }

    [Fact]
    public async Task A_newer_script_keeps_every_surviving_shot_with_its_code_takes_and_pick()
    {
        await Import(Landing + Ferry + Shore);
        var before = (await Structure()).Shots().ToList();
        foreach (var shot in before)
        {
            var take = await alice.PostAsync<JsonElement>($"/api/shots/{shot.Id()}/takes", new { source = "set" });
            await alice.PutAsync<JsonElement>($"/api/shots/{shot.Id()}/selected-take", new { takeId = take.Id() });
        }

        // A scene at the front, one renamed, two swapped, one deleted.
        var report = await Import(House + Shore + Ferry.Replace("INT. FERRY - DAY", "INT. CAR DECK - DAY", StringComparison.Ordinal));

        var after = (await Structure()).Shots().ToDictionary(s => s.Id());
        var landing = before.Where(s => !after.ContainsKey(s.Id())).ToList();
        landing.Should().OnlyContain(s => s.GetProperty("details").Text("description")!.Contains("ferry waits", StringComparison.Ordinal) || s.GetProperty("details").Text("description")!.Contains("ANNA runs", StringComparison.Ordinal));
        foreach (var shot in before.Except(landing))
        {
            after[shot.Id()].Text("code").Should().Be(shot.Text("code"));
            after[shot.Id()].GetProperty("takeCount").GetInt32().Should().Be(1);
            after[shot.Id()].GetProperty("selectedTake").GetProperty("number").GetInt32().Should().Be(1);
        }

        (await Structure()).GetProperty("scenes").EnumerateArray().Select(s => s.Text("name")).Should().Equal("INT. HOUSE - NIGHT", "EXT. FAR SHORE - DUSK", "INT. CAR DECK - DAY");
        var lists = Lists(report).ToDictionary(l => l.Name, l => l.Count);
        lists["new"].Should().Be(2);
        lists["changed"].Should().Be(1);
        lists["moved"].Should().Be(1);
        lists["omitted"].Should().Be(1 + landing.Count);

        // What was left out comes back with what it had.
        await Import(Landing + House + Shore + Ferry);
        var reinstated = (await Structure()).Shots().ToDictionary(s => s.Id());
        foreach (var shot in landing) reinstated[shot.Id()].GetProperty("takeCount").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task An_import_is_one_event_that_cannot_be_undone_as_if_it_had_made_the_film()
    {
        await Import(Landing + Ferry);
        var events = (await alice.GetAsync<JsonElement>($"/api/events?rootId={film}")).GetProperty("items").EnumerateArray().ToList();
        var import = events.Single(e => e.Text("kind") == "importScreenplay");
        import.GetProperty("after").GetProperty("new").GetInt32().Should().BeGreaterThan(0);
        (await alice.PostJsonAsync($"/api/events/{import.Text("id")}/undo").ProblemAsync()).Code.Should().Be("event.notUndoable");
        (await Structure()).GetProperty("scenes").GetArrayLength().Should().Be(2);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task A_script_is_read_in_the_encoding_it_has(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding).GetBytes("INT. CAFÉ – NIGHT\n\nThe waiter brings a crème brûlée.\n\n");
        (await Send(bytes).ReadAsync<JsonElement>()).GetProperty("new").EnumerateArray().First().Text("title").Should().Be("INT. CAFÉ – NIGHT");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("Just a letter to somebody.\n\nIt has no scenes.")]
    public async Task What_is_no_screenplay_is_refused_with_line_and_reason(string text)
    {
        var problem = await Send(Encoding.UTF8.GetBytes(text)).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((422, "screenplay.unreadable"));
        problem.Fields.Should().OnlyContain(f => f.StartsWith("line ", StringComparison.Ordinal)).And.NotBeEmpty();
        (await Structure()).GetProperty("scenes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_picture_is_refused_as_what_it_is()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
        (await Send(png).ProblemAsync()).Code.Should().Be("screenplay.unreadable");
    }

    [Fact]
    public async Task A_script_of_many_megabytes_is_refused_before_it_is_read()
    {
        var problem = await Send(new byte[9 * 1024 * 1024]).ProblemAsync();
        problem.HttpStatus.Should().Be(413);
    }

    [Fact]
    public async Task An_unknown_format_and_a_foreign_film_are_refused()
    {
        (await Send(Encoding.UTF8.GetBytes(Landing), "celtx").ProblemAsync()).Code.Should().Be("screenplay.unknownFormat");
        var mallory = await App.CreateClient("mallory");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Landing));
        (await mallory.PostAsync($"/api/films/{film}/import", content).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task A_feature_length_script_is_imported_whole()
    {
        var script = new StringBuilder();
        for (var i = 0; i < 120; i++)
        {
            script.Append(System.Globalization.CultureInfo.InvariantCulture, $"INT. ROOM {i} - DAY\n\n");
            for (var j = 0; j < 6; j++) script.Append(System.Globalization.CultureInfo.InvariantCulture, $"Somebody crosses room {i} and looks at thing number {j} on the shelf.\n\nPERSON {j}\nThis is line {j} of scene {i}.\n\n");
        }

        await Import(script.ToString());
        var structure = await Structure();
        structure.GetProperty("scenes").GetArrayLength().Should().Be(120);
        structure.GetProperty("progress").GetProperty("shots").GetInt32().Should().BeGreaterThan(400);
        structure.Shots().Select(s => s.Text("code")).Should().OnlyHaveUniqueItems();
    }

    private static IReadOnlyList<(string Name, int Count)> Lists(JsonElement report) =>
        [.. new[] { "new", "changed", "moved", "omitted", "reinstated" }.Select(n => (n, report.GetProperty(n).GetArrayLength()))];

    private Task<JsonElement> Import(string script, bool dryRun = false) => Send(Encoding.UTF8.GetBytes(script), dryRun: dryRun).ReadAsync<JsonElement>();

    private Task<HttpResponseMessage> Send(byte[] script, string format = "fountain", bool dryRun = false) =>
        alice.PostAsync($"/api/films/{film}/import?format={format}&dryRun={(dryRun ? "true" : "false")}", new ByteArrayContent(script));

    private Task<JsonElement> Structure() => alice.GetAsync<JsonElement>($"/api/films/{film}/structure");
}
