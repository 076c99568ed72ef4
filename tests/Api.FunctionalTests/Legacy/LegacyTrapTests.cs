using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Legacy;

/// <summary>Every oddity of real former databases has its line in the report of a dry run.</summary>
public sealed class LegacyTrapTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public Task A_date_without_a_zone_is_UTC() => ReportsAsync("film_shots", "date.noZone", "created_at has no zone and was taken as UTC");

    [Fact]
    public Task A_row_without_a_date_gets_that_of_the_export() => ReportsAsync("characters", "date.none", "characters c3");

    [Fact]
    public Task The_same_name_in_two_workspaces_stays_in_both() => ReportsAsync("characters", "name.sameElsewhere", "each stays in its own");

    [Fact]
    public Task A_text_where_a_list_was_meant_is_read() => ReportsAsync("assets", "json.noList", "assets a2 (line 2): tags is a text where a list was meant");

    [Fact]
    public Task An_object_where_a_list_was_meant_is_read() => ReportsAsync("characters", "json.noList", "reference_images is an object where a list was meant");

    [Fact]
    public Task A_text_where_an_object_was_meant_is_kept() => ReportsAsync("characters", "json.noObject", "attributes is a text");

    [Fact]
    public Task An_address_that_does_not_answer_is_missing_media() => ReportsAsync("film_shots", "media.missing", "missing media, it stands at an address outside");

    [Fact]
    public Task A_file_of_another_kind_is_missing_media() => ReportsAsync("assets", "media.missing", "the file is no video but text/plain");

    [Fact]
    public Task A_take_without_any_file_is_said() => ReportsAsync("film_shots", "media.none", "film_shots lamp2");

    [Fact]
    public Task A_row_without_a_workspace_goes_to_the_named_one() => ReportsAsync("film_projects", "workspace.none", "film_projects f2");

    [Fact]
    public Task A_row_of_an_unknown_workspace_goes_to_the_named_one() => ReportsAsync("characters", "workspace.unknown", "workspace w9 is not in the export");

    [Fact]
    public Task Of_two_approved_takes_the_latest_is_selected() => ReportsAsync("film_shots", "take.severalApproved", "film_shots lamp2");

    [Fact]
    public Task Of_two_active_versions_the_newest_is_the_shot() => ReportsAsync("shot_generations", "version.severalActive", "shot_generations t4");

    [Fact]
    public Task A_status_that_is_no_verdict_is_kept() => ReportsAsync("film_shots", "verdict.odd", "“blurry” is no verdict");

    [Fact]
    public Task A_cost_of_one_level_is_not_the_films() => ReportsAsync("film_projects", "film.cost", "counted one level only");

    [Fact]
    public Task A_link_to_a_film_that_is_not_there_is_said() => ReportsAsync("characters", "link.noFilm", "projects_used names f404");

    [Fact]
    public Task A_link_to_a_character_that_is_not_there_is_said() => ReportsAsync("assets", "link.noCharacter", "c404");

    [Fact]
    public Task Projects_in_a_circle_lie_at_the_top() => ReportsAsync("projects", "project.toTheTop", "projects loop1");

    [Fact]
    public Task Versions_in_a_circle_are_not_linked() => ReportsAsync("script_generations", "link.noVersion", "script_generations sg3");

    [Fact]
    public Task Scenes_without_a_film_get_one() => ReportsAsync("script_generations", "script.film", "script_generations sg3");

    [Fact]
    public Task A_character_of_an_unknown_type_keeps_the_word() => ReportsAsync("characters", "character.oddType", "dinosaur");

    [Fact]
    public Task An_impossible_number_is_left_out() => ReportsAsync("assets", "number.odd", "duration is -3 seconds");

    [Fact]
    public Task Columns_that_nobody_knows_are_kept_aside() => ReportsAsync("characters", "columns.aside", "mood_board");

    [Fact]
    public Task A_table_that_nobody_knows_is_named() => ReportsAsync("telegram_sessions", "table.unknown", "was not exported");

    [Fact]
    public Task A_note_on_a_shot_without_takes_is_a_text() => ReportsAsync("generation_notes", "note.asText", "generation_notes n3");

    [Fact]
    public Task A_result_of_a_text_that_is_gone_is_not_linked() => ReportsAsync("processing_jobs", "link.noContent", "is absent");

    [Theory]
    [InlineData("assets a3 (line 3): its type “hologram” is none")]
    [InlineData("film_shots lost")]
    [InlineData("shot_reviews r404")]
    [InlineData("scenes sc404")]
    [InlineData("shot_generations t404")]
    [InlineData("generation_notes n404")]
    [InlineData("content_tags 00000000-0000-4000-8000-000000000001|00000000-0000-4000-a000-000000000404")]
    public async Task What_belongs_to_nothing_is_refused_with_its_line(string line) =>
        (await LegacyStage.OfAsync(App)).DryRun.Refusals.Should().Contain(r => r.StartsWith(line));

    [Fact]
    public async Task Every_row_is_accounted_for_and_a_dry_run_writes_nothing()
    {
        var stage = await LegacyStage.OfAsync(App);

        stage.Changed.Should().Be(0);
        stage.DryRun.DryRun.Should().BeTrue();
        stage.DryRun.Tables.Should().OnlyContain(t => t.Imported + t.Merged + t.Refused == t.Rows);
        stage.DryRun.Tables.Single(t => t.Name == "content_items").Imported.Should().Be(40, "addresses that differ in their query are different texts");
        stage.DryRun.Tables.Single(t => t.Name == "tags").Should().BeEquivalentTo(new { Imported = 1, Merged = 1 });
    }

    private async Task ReportsAsync(string table, string code, string words)
    {
        var report = (await LegacyStage.OfAsync(App)).DryRun;
        report.Remarks.Should().Contain(r => r.Table == table && r.Code == code).Which.Lines.Should().Contain(l => l.Contains(words));
        report.ToText().Should().Contain($"{table} {code}");
    }
}
