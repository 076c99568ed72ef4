using System.IO.Compression;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Legacy;

namespace Director.Api.FunctionalTests.Legacy;

/// <summary>The former database, taken in for good.</summary>
public sealed class LegacyImportTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task An_import_keeps_everything_verifies_and_writes_nothing_the_second_time()
    {
        var stage = await ReadyAsync();
        var report = await LegacyStage.ImportAsync(App, stage.Export);

        report.Tables.Should().OnlyContain(t => t.Imported + t.Merged + t.Refused == t.Rows);
        report.Invitations.Select(i => (i.Name, i.TelegramId)).Should().Equal(("anna", "4711"), ("Telegram user 4712", "4712"));
        (await LegacyStage.VerifyAsync(App, stage.Export)).Should().BeEquivalentTo(new { Missing = Array.Empty<string>(), Different = Array.Empty<string>(), Changed = 0 });
        (await LegacyStage.VerifyAsync(App, stage.Export, workspace: null)).Holds.Should().BeTrue("an import says where it went");
        var hash = await LegacyStage.HashAsync(App);
        var count = await LegacyStage.CountAsync(App);
        (await LegacyStage.ImportAsync(App, stage.Export)).Should().BeEquivalentTo(new { Written = 0, Invitations = Array.Empty<object>() });
        (await LegacyStage.CountAsync(App)).Should().Be(count);
        (await LegacyStage.HashAsync(App)).Should().Be(hash);

        await LooksRightAsync();

        await App.Database.ExecuteAsync("update assets set name = 'Somebody else' where external_id = 'c1'");
        (await LegacyStage.VerifyAsync(App, stage.Export)).Different.Should().ContainSingle(d => d.StartsWith("characters/c1") && d.Contains("name"));
        await App.Database.ExecuteAsync("delete from legacy_rows where source_table = 'assets' and source_id = 'a1'");
        (await LegacyStage.VerifyAsync(App, stage.Export)).Missing.Should().ContainSingle(m => m.StartsWith("assets a1"));
    }

    /// <summary>Half of the kills come between two batches, half in the middle of one: the server ends the import's session.</summary>
    [Fact]
    public async Task Killed_at_twenty_points_and_resumed_it_ends_as_one_clean_run_does()
    {
        var stage = await ReadyAsync();
        await LegacyStage.ImportAsync(App, stage.Export);
        var clean = await LegacyStage.HashAsync(App);
        await App.ResetAsync();
        // The same workspace: former ids become the same new ones in it alone.
        await ReadyAsync();

        var kills = 0;
        while (kills < 20)
        {
            var batches = 0;
            var killing = kills;
            await FluentActions.Awaiting(() => LegacyStage.ImportAsync(App, stage.Export, batch: 60, progress: _ =>
            {
                if (++batches <= killing * 2) return;
                if (killing % 2 == 0) throw new OperationCanceledException();
                App.Database.ExecuteAsync("select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.classid = 1279608641").GetAwaiter().GetResult();
            })).Should().ThrowAsync<Exception>();
            kills++;
        }

        await LegacyStage.ImportAsync(App, stage.Export, batch: 60);

        (await LegacyStage.HashAsync(App)).Should().Be(clean);
        (await LegacyStage.VerifyAsync(App, stage.Export)).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Of_two_at_once_one_waits()
    {
        var stage = await ReadyAsync();
        List<string> told = [];
        var both = await Task.WhenAll(
            LegacyStage.ImportAsync(App, stage.Export, tell: t => { lock (told) told.Add(t); }), LegacyStage.ImportAsync(App, stage.Export, tell: t => { lock (told) told.Add(t); }));

        both.Should().ContainSingle(r => r.Written == 0).And.ContainSingle(r => r.Written > 1000);
        told.Should().Contain(t => t.StartsWith("waiting"));
    }

    [Fact]
    public async Task A_later_export_brings_what_came_since()
    {
        var stage = await ReadyAsync();
        await LegacyStage.ImportAsync(App, stage.Export);
        await FormerDatabase.ExecuteAsync(stage.Source, "insert into film_shots (id, shot_id, film_project_id, video_url, prompt, duration, status, created_at) values ('later', 't2', 'f1', '', 'A lamp', 3, 'completed', '2024-01-01')");
        var later = Path.Combine(stage.Files, "later.zip");
        await LegacyTransfer.ExportAsync(stage.Source, stage.Files, later, _ => { }, TimeProvider.System, CancellationToken.None);
        await FormerDatabase.ExecuteAsync(stage.Source, "delete from film_shots where id = 'later'");

        await LegacyStage.ImportAsync(App, later);

        (await App.Database.ListAsync<string>("select number || ' of ' || (select take_count from assets s where s.id = a.parent_id and s.workspace_id = a.workspace_id) from assets a where external_id = 'later'"))
            .Should().Equal("4 of 4");
        (await LegacyStage.VerifyAsync(App, later)).Missing.Should().BeEmpty();
    }

    [Theory]
    [InlineData("rows/characters.jsonl", "{\"row\": nonsense}", "rows/characters.jsonl, line 4: it is not JSON.")]
    [InlineData("rows/characters.jsonl", "{\"row\":{\"name\":\"x\"}}", "rows/characters.jsonl, line 4: it has no id.")]
    [InlineData("rows/characters.jsonl", "{\"row\":{\"id\":\"c9\"}}", "rows/characters.jsonl, line 4: there are 4 rows where the manifest says 3.")]
    [InlineData("media.jsonl", "[]", "media.jsonl, line")]
    [InlineData("manifest.json", "}", "manifest.json")]
    public async Task A_broken_export_is_refused_with_file_line_and_reason(string entry, string line, string said)
    {
        var stage = await ReadyAsync();
        var broken = Path.Combine(stage.Files, "broken.zip");
        File.Copy(stage.Export, broken, overwrite: true);
        using (var zip = ZipFile.Open(broken, ZipArchiveMode.Update))
        {
            await using var stream = zip.GetEntry(entry)!.Open();
            stream.Seek(0, SeekOrigin.End);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(line);
        }

        var before = await LegacyStage.CountAsync(App);
        (await FluentActions.Awaiting(() => LegacyStage.ImportAsync(App, broken)).Should().ThrowAsync<LegacyException>()).Which.Message.Should().Contain(said).And.Contain("Nothing was imported");
        (await LegacyStage.CountAsync(App)).Should().Be(before);
    }

    [Fact]
    public async Task An_export_that_was_cut_off_and_another_database_are_refused()
    {
        var stage = await ReadyAsync();
        var cut = Path.Combine(stage.Files, "cut.zip");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(stage.Export))[..4000]);

        await FluentActions.Awaiting(() => LegacyStage.ImportAsync(App, cut)).Should().ThrowAsync<LegacyException>().WithMessage("*was cut off*");
        await App.Database.ExecuteAsync("drop database if exists another_system");
        await App.Database.ExecuteAsync("create database another_system");
        await FluentActions.Awaiting(() => LegacyTransfer.ExportAsync(new Npgsql.NpgsqlConnectionStringBuilder(stage.Source) { Database = "another_system" }.ConnectionString, null, cut, _ => { }, TimeProvider.System, CancellationToken.None))
            .Should().ThrowAsync<LegacyException>().WithMessage("*none of the former system's tables*");
    }

    private async Task LooksRightAsync()
    {
        (await ListAsync("select slug from workspaces order by slug")).Should().Equal("lena", "night-shift");
        (await ListAsync("select w.slug || ' ' || a.name from assets a join workspaces w on w.id = a.workspace_id where a.type = 'character_ref'")).Should().BeEquivalentTo("lena Rex", "lena anna", "night-shift Anna");
        (await ListAsync("select c.name || ' in ' || coalesce(p.name, 'none') from asset_collections c left join asset_collections p on p.id = c.parent_id"))
            .Should().BeEquivalentTo("And round in none", "Campaign in none", "Round in none", "Spring in Campaign");
        (await ListAsync("select f.name || ' in ' || c.name from asset_collection_members m join assets f on f.id = m.asset_id join asset_collections c on c.id = m.collection_id")).Should().Equal("The Lighthouse in Spring");
        (await ListAsync("select p.type || ' ' || r.kind || ' ' || c.type || ' ' || count(*) from asset_relationships r join assets p on p.id = r.parent_id join assets c on c.id = r.child_id group by p.type, r.kind, c.type"))
            .Should().BeEquivalentTo("character_ref cast_in film 2", "film final_edit video 1", "film uses_character character_ref 2", "image reference_for character_ref 5", "scene uses_script script 2", "script variant_of script 1",
                "text derived_from script 1", "text derived_from shot 1", "text generated_from text 1", "text variant_of text 1");
        (await ListAsync("select s.name || ' ' || s.take_count || ' selected ' || coalesce(t.external_id, 'none') || ' ' || (s.details ->> 'durationFrames') from assets s left join assets t on t.id = s.selected_child_id where s.external_id = 't2'"))
            .Should().Equal("A dark lamp. 3 selected lamp2 72");
        (await ListAsync("select t.external_id || ' ' || t.number || ' ' || coalesce(t.verdict, '-') || ' ' || coalesce(t.media_content_type, '-') from assets t join assets s on s.id = t.parent_id where s.external_id = 't2' order by t.number"))
            .Should().Equal("lamp1 1 approved video/mp4", "lamp2 2 approved -", "lamp3 3 - video/mp4");
        (await ListAsync("select (x.after ->> 'prompt') || ' ' || (x.after ->> 'ai_feedback') from activity x join assets s on s.id = x.subject_id where x.kind = 'importLegacy' and s.external_id = 't2'")).Should().Equal("A lamp. darker");
        (await ListAsync("select n.text || ' on ' || a.external_id from notes n join assets a on a.id = n.take_id")).Should().Equal("Hold it longer. on lamp3");
        (await ListAsync("select status || ' ' || (metadata ->> 'sourceUrl') from assets where type = 'audio'")).Should().Equal("missing https://gone.example.test/wind.mp3");
        (await ListAsync("select string_agg(t.name, ', ' order by t.name) from asset_tags x join tags t on t.id = x.tag_id join assets a on a.id = x.asset_id where a.external_id = 'a2'")).Should().Equal("loud, wet");
        (await ListAsync("select created_at::text from assets where external_id = 'k1'")).Single().Should().StartWith("2024-03-01 00:01:00");
        (await App.Database.ListAsync<long>("select count(*) from assets where type = 'shot'")).Single().Should().Be(153, "150 shots of either film, and three that have words");
        (await App.Database.ListAsync<long>("select count(*) from assets a where a.selected_child_id is not null and not exists (select from assets c where c.id = a.selected_child_id and c.parent_id = a.id)")).Single().Should().Be(0);
        var hash = (await ListAsync("select media_sha256 from assets where external_id = 'a1'")).Single();
        Directory.EnumerateFiles(Path.Combine(App.DataDirectory, "media"), hash, SearchOption.AllDirectories).Should().NotBeEmpty();
    }

    private Task<IReadOnlyList<string>> ListAsync(string sql) => App.Database.ListAsync<string>(sql);

    /// <summary>The workspace that every test imports into has the same id, so that what is made of the same rows can be compared.</summary>
    private async Task<LegacyStage> ReadyAsync()
    {
        var stage = await LegacyStage.OfAsync(App);
        var person = await App.PersonAsync("lena");
        var id = new Guid("0193a5c0-0000-7000-8000-00000000c0de");
        await App.Database.ExecuteAsync("update users set id = $1 where id = $2", id, person.Id);
        await App.Database.ExecuteAsync("delete from workspace_members");
        await App.Database.ExecuteAsync("update workspaces set id = $1 where id = $2", id, person.WorkspaceId);
        await App.AddMemberAsync(id, id, "owner");
        return stage;
    }
}
