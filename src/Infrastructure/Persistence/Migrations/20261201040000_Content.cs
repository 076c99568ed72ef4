using System;
using Director.Infrastructure.Persistence.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Director.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Content : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "extractions",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    source_url = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    word_count = table.Column<int>(type: "integer", nullable: true),
                    char_count = table.Column<int>(type: "integer", nullable: true),
                    text_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    duplicate_of = table.Column<Guid>(type: "uuid", nullable: true),
                    force = table.Column<bool>(type: "boolean", nullable: false),
                    wished_tags = table.Column<string[]>(type: "text[]", nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    begun = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    retryable = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extractions", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_extractions_assets_workspace_id_asset_id",
                        columns: x => new { x.workspace_id, x.asset_id },
                        principalTable: "assets",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_extractions_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_asset",
                table: "extractions",
                columns: new[] { "workspace_id", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_file",
                table: "extractions",
                columns: new[] { "workspace_id", "file_sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_recent",
                table: "extractions",
                columns: new[] { "workspace_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_text",
                table: "extractions",
                columns: new[] { "workspace_id", "text_sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_url",
                table: "extractions",
                columns: new[] { "workspace_id", "source_url" });

            migrationBuilder.CreateIndex(
                name: "ix_extractions_waiting",
                table: "extractions",
                columns: new[] { "workspace_id", "id" },
                filter: "ended_at is null");

            migrationBuilder.Sql(MigrationSql.Read("content.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "extractions");
        }
    }
}
