using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Director.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Generation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deadline_at",
                table: "generations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "failed_looks",
                table: "generations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "makes",
                table: "generations",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "take");

            migrationBuilder.AddColumn<decimal>(
                name: "price_amount",
                table: "generations",
                type: "numeric(19,6)",
                precision: 19,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "price_currency",
                table: "generations",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "price_rate",
                table: "generations",
                type: "numeric(24,12)",
                precision: 24,
                scale: 12,
                nullable: false,
                defaultValue: 1m);

            migrationBuilder.AddColumn<decimal>(
                name: "reserved_amount",
                table: "generations",
                type: "numeric(19,6)",
                precision: 19,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "cost_assumed",
                table: "generation_attempts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "provider_amount",
                table: "generation_attempts",
                type: "numeric(19,6)",
                precision: 19,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_currency",
                table: "generation_attempts",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "provider_rate",
                table: "generation_attempts",
                type: "numeric(24,12)",
                precision: 24,
                scale: 12,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "workspace_budgets",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month_limit = table.Column<decimal>(type: "numeric(19,6)", precision: 19, scale: 6, nullable: true),
                    day_limit = table.Column<decimal>(type: "numeric(19,6)", precision: 19, scale: 6, nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workspace_budgets", x => x.workspace_id);
                    table.ForeignKey(
                        name: "fk_workspace_budgets_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_generation_attempts_ended",
                table: "generation_attempts",
                columns: new[] { "workspace_id", "ended_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "cost_amount" });

            migrationBuilder.Sql(Director.Infrastructure.Persistence.Sql.MigrationSql.Read("money.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table generation_turns; drop table provider_health; drop index ix_generations_reserved; alter table generations drop constraint ck_generations_reserved, drop constraint ck_generations_cost; alter table generation_attempts drop constraint ck_generation_attempts_cost");

            migrationBuilder.DropTable(
                name: "workspace_budgets");

            migrationBuilder.DropIndex(
                name: "ix_generation_attempts_ended",
                table: "generation_attempts");

            migrationBuilder.DropColumn(
                name: "deadline_at",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "failed_looks",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "makes",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "price_amount",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "price_currency",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "price_rate",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "reserved_amount",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "cost_assumed",
                table: "generation_attempts");

            migrationBuilder.DropColumn(
                name: "provider_amount",
                table: "generation_attempts");

            migrationBuilder.DropColumn(
                name: "provider_currency",
                table: "generation_attempts");

            migrationBuilder.DropColumn(
                name: "provider_rate",
                table: "generation_attempts");
        }
    }
}
