using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>An index that the model does not know: only <see cref="Queries.AssetListing"/> asks in its order.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261123090000_Listing")]
internal sealed class Listing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("listing.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop index ix_assets_recent");
}
