using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>A workspace's own keys for providers; no entity of the model, so that no query brings them along by chance.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201010100_Credentials")]
internal sealed class Credentials : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("credentials.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table provider_credentials");
}
