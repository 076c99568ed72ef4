using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>Chats of people and what is to be said in them; no entities of the model.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201010300_TelegramChats")]
internal sealed class TelegramChats : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationSql.Read("telegram.sql"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table telegram_links, telegram_codes, telegram_updates, telegram_outbox");
}
