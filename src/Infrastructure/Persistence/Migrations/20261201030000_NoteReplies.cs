using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Director.Infrastructure.Persistence.Migrations;

/// <summary>Notes are answered, and mention people.</summary>
[DbContext(typeof(DirectorDbContext))]
[Migration("20261201030000_NoteReplies")]
internal sealed class NoteReplies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>(name: "reply_to", table: "notes", type: "uuid", nullable: true);
        migrationBuilder.AddColumn<Guid[]>(name: "mentions", table: "notes", type: "uuid[]", nullable: false, defaultValueSql: "'{}'");
        migrationBuilder.CreateIndex(name: "ix_notes_reply_to", table: "notes", columns: ["workspace_id", "reply_to"], filter: "reply_to is not null");
        migrationBuilder.AddForeignKey(
            name: "fk_notes_notes_workspace_id_reply_to", table: "notes", columns: ["workspace_id", "reply_to"],
            principalTable: "notes", principalColumns: ["workspace_id", "id"], onDelete: ReferentialAction.NoAction);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropForeignKey(name: "fk_notes_notes_workspace_id_reply_to", table: "notes");
        migrationBuilder.DropIndex(name: "ix_notes_reply_to", table: "notes");
        migrationBuilder.DropColumn(name: "mentions", table: "notes");
        migrationBuilder.DropColumn(name: "reply_to", table: "notes");
    }
}
