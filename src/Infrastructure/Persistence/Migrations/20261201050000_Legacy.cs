using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>A table that the model does not know: only <see cref="Infrastructure.Legacy.LegacyTransfer"/> writes it, by hundreds of rows at once.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201050000_Legacy")]
internal sealed class Legacy : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("legacy.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table legacy_rows");
}
