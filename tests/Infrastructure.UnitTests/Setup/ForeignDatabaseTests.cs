using System.Runtime.Versioning;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using static Director.Infrastructure.UnitTests.EmbeddedPostgres.EmbeddedPostgresServerTests;

namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>A database that is somebody else's is refused, and stays to the last bit as it was.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ForeignDatabaseTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    private static readonly string[] Changes =
    [
        "CREATE TABLE workspace_members (id int)",
        "ALTER TABLE assets ADD COLUMN details jsonb",
        "ALTER TABLE assets ALTER COLUMN url TYPE text",
        "ALTER TABLE film_shots DISABLE TRIGGER counted",
        "ALTER TABLE assets ENABLE ROW LEVEL SECURITY",
        "DROP INDEX ix_film_shots_shot",
        "DROP VIEW latest_shots",
        "INSERT INTO tags (name) VALUES ('new')",
        "DELETE FROM film_shots WHERE id = 'r40'",
        "UPDATE users SET username = username",
        "SELECT nextval('render_numbers')",
        "CREATE SCHEMA director",
        "CREATE EXTENSION pg_buffercache",
        "CREATE ROLE director_app_other",
        "GRANT SELECT ON tags TO PUBLIC",
        "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC",
        "COMMENT ON TABLE film_shots IS 'Director was here.'",
        "ALTER ROLE CURRENT_USER SET application_name = 'director'",
        "CREATE OR REPLACE FUNCTION count_render() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ];

    public static TheoryData<int> Versions => DatabaseServers.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Nothing_of_a_former_film_system_is_changed_by_a_start(int version)
    {
        var owner = await FormerAsync(version);
        var before = await DatabasePicture.TakeAsync(owner.Reveal());

        var starting = () => new DatabaseSetup(NullLogger.Instance).RunAsync(Options(owner), SampleSchema.MigrateAsync, CancellationToken.None);

        (await starting.Should().ThrowAsync<DatabaseSetupException>()).Which.Message.Should().Contain($": {FormerFilmSystem.Names}.").And.Contain("nothing was changed");
        await SameAsync(owner, before);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Nothing_of_a_former_film_system_is_changed_by_looking_at_it(int version)
    {
        var owner = await FormerAsync(version);
        var before = await DatabasePicture.TakeAsync(owner.Reveal());

        var examining = () => DatabaseSetup.ExamineAsync(Options(owner), CancellationToken.None);

        await examining.Should().ThrowAsync<DatabaseSetupException>().WithMessage("*not Director's*");
        (await DatabaseSetup.TablesAsync(Options(owner), CancellationToken.None)).Should().Equal(FormerFilmSystem.Names.Split(", "));
        await SameAsync(owner, before);
    }

    [Fact]
    public async Task A_change_of_any_kind_would_be_seen()
    {
        var owner = await FormerAsync(18);
        var before = await DatabasePicture.TakeAsync(owner.Reveal());
        before.Should().Equal(await DatabasePicture.TakeAsync(owner.Reveal()), "nobody changed anything").And.HaveCountGreaterThan(5_000);

        foreach (var sql in Changes)
        {
            await ExecuteAsync(owner.Reveal(), sql);
            var after = await DatabasePicture.TakeAsync(owner.Reveal());
            after.Should().NotEqual(before, "{0} is a change", sql);
            before = after;
        }
    }

    private async Task<Secret> FormerAsync(int version)
    {
        var owner = await servers.CreateAsync(version);
        await ExecuteAsync(owner.Reveal(), FormerFilmSystem.Sql);
        return owner;
    }

    private static async Task SameAsync(Secret owner, IReadOnlyList<string> before)
    {
        var after = await DatabasePicture.TakeAsync(owner.Reveal());
        after.Except(before).Should().BeEmpty();
        before.Except(after).Should().BeEmpty();
        after.Should().HaveSameCount(before);
    }

    private static DatabaseSetupOptions Options(Secret owner) => new()
    {
        Owner = owner,
        SecretKey = new Secret("a secret key that is long enough for everything"),
        Migrations = [SampleSchema.Migration],
    };
}
