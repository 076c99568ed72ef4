using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>Tables that the model does not know: background work is kept by statements of its own.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201020000_MediaWork")]
internal sealed class MediaWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("media_work.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop table media_work; drop table work_turns; drop index ix_assets_file");
}
