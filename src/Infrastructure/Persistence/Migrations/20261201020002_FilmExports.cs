using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>A table that the model does not know: exports are kept by statements of their own.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201020002_FilmExports")]
internal sealed class FilmExports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("film_exports.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table film_exports");
}
