using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Director.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Workspaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "archived_at",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "default_aspect_ratio",
                table: "workspaces",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "default_frame_rate",
                table: "workspaces",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "monthly_budget",
                table: "workspaces",
                type: "numeric(19,6)",
                precision: 19,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shot_code_scheme",
                table: "workspaces",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "storage_quota_bytes",
                table: "workspaces",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "workspaces",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.CreateTable(
                name: "erased_workspaces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased_by = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_by_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    files_gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_workspaces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_links",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    passphrase_hash = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    allow_comment = table.Column<bool>(type: "boolean", nullable: false),
                    allow_circle = table.Column<bool>(type: "boolean", nullable: false),
                    allow_select = table.Column<bool>(type: "boolean", nullable: false),
                    watermark = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_links", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_links_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    take_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    frame_in = table.Column<int>(type: "integer", nullable: false),
                    frame_out = table.Column<int>(type: "integer", nullable: true),
                    drawing = table.Column<string>(type: "jsonb", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    share_link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_notes_assets_workspace_id_take_id",
                        columns: x => new { x.workspace_id, x.take_id },
                        principalTable: "assets",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notes_share_links_workspace_id_share_link_id",
                        columns: x => new { x.workspace_id, x.share_link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_link_guests",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_link_guests", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_link_guests_share_links_workspace_id_link_id",
                        columns: x => new { x.workspace_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_link_items",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_link_items", x => new { x.workspace_id, x.link_id, x.asset_id });
                    table.ForeignKey(
                        name: "fk_share_link_items_assets_workspace_id_asset_id",
                        columns: x => new { x.workspace_id, x.asset_id },
                        principalTable: "assets",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_link_items_share_links_workspace_id_link_id",
                        columns: x => new { x.workspace_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_link_visits",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_link_visits", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_link_visits_assets_workspace_id_asset_id",
                        columns: x => new { x.workspace_id, x.asset_id },
                        principalTable: "assets",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_link_visits_share_link_guests_workspace_id_guest_id",
                        columns: x => new { x.workspace_id, x.guest_id },
                        principalTable: "share_link_guests",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_link_visits_share_links_workspace_id_link_id",
                        columns: x => new { x.workspace_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erased_workspaces_files",
                table: "erased_workspaces",
                column: "id",
                filter: "files_gone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_notes_take",
                table: "notes",
                columns: new[] { "workspace_id", "take_id", "frame_in", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_workspace_id_share_link_id",
                table: "notes",
                columns: new[] { "workspace_id", "share_link_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_link_guests_link",
                table: "share_link_guests",
                columns: new[] { "workspace_id", "link_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_link_items_asset",
                table: "share_link_items",
                columns: new[] { "workspace_id", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_link_visits_link",
                table: "share_link_visits",
                columns: new[] { "workspace_id", "link_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_share_link_visits_workspace_id_asset_id",
                table: "share_link_visits",
                columns: new[] { "workspace_id", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ux_share_link_visits_once",
                table: "share_link_visits",
                columns: new[] { "workspace_id", "guest_id", "what", "asset_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.Sql(Director.Infrastructure.Persistence.Sql.MigrationSql.Read("workspaces.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function erase_workspace()");

            migrationBuilder.DropTable(
                name: "erased_workspaces");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "share_link_items");

            migrationBuilder.DropTable(
                name: "share_link_visits");

            migrationBuilder.DropTable(
                name: "share_link_guests");

            migrationBuilder.DropTable(
                name: "share_links");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "default_aspect_ratio",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "default_frame_rate",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "monthly_budget",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "shot_code_scheme",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "storage_quota_bytes",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "version",
                table: "workspaces");
        }
    }
}
