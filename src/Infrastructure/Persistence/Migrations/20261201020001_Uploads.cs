using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>A table that the model does not know: uploads are kept by statements of their own.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201020001_Uploads")]
internal sealed class Uploads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("uploads.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table uploads");
}
