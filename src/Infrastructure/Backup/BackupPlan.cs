using Director.Infrastructure.Persistence.Setup;

namespace Director.Infrastructure.Backup;

/// <summary>What is taken of a database, and as which columns.</summary>
/// <param name="Tables">What is taken, in an order in which it can be put back.</param>
/// <param name="NotTaken">The names of what is not.</param>
internal sealed record BackupPlan(IReadOnlyList<PlannedTable> Tables, IReadOnlyList<string> NotTaken)
{
    /// <summary>What of a person may be known elsewhere: who they are, never how they sign in.</summary>
    private static readonly string[] KnownOfAPerson =
        ["id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email"];

    internal static BackupPlan Of(IReadOnlyList<TableShape> tables, BackupScope scope)
    {
        var taken = new List<PlannedTable>();
        var left = tables.Where(table => TablesNotTaken.Contains(table, scope)).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => !left.Contains(table.Name)))
        {
            if (Plan(table, left, scope) is { } planned) taken.Add(planned);
            else left.Add(table.Name);
        }

        return new BackupPlan(taken, [.. left.Order(StringComparer.Ordinal)]);
    }

    /// <summary>A link to what is left out becomes empty; a row that cannot be without it stays behind with it.</summary>
    private static PlannedTable? Plan(TableShape table, HashSet<string> left, BackupScope scope)
    {
        var emptied = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in table.Links.Where(link => left.Contains(link.To)))
        {
            var free = table.Columns.Where(column => column.IsNullable && column.Name != TableShape.Workspace && link.Columns.Contains(column.Name)).ToList();
            if (free.Count == 0) return null;
            emptied.UnionWith(free.Select(column => column.Name));
        }

        return new PlannedTable(table, [.. table.Copied.Select(column => new PlannedColumn(column, Expression(column)))]);

        string Expression(ColumnShape column) =>
            emptied.Contains(column.Name) ? $"NULL::{column.Type}"
            : scope == BackupScope.Workspace && table.Name == TablesNotTaken.People && !KnownOfAPerson.Contains(column.Name) ? Nothing(table, column)
            : Sql.Identifier(column.Name);
    }

    /// <summary>The value of a column that says nothing about a person.</summary>
    private static string Nothing(TableShape table, ColumnShape column) => column switch
    {
        { IsNullable: true } => $"NULL::{column.Type}",
        { Type: "boolean" } => "false",
        { Type: "smallint" or "integer" or "bigint" } => "0",
        { Type: "text" } => "''",
        { Type: var text } when text.StartsWith("character varying", StringComparison.Ordinal) => "''",
        { Type: "jsonb" } => "'{}'::jsonb",
        { Type: "bytea" } => "''::bytea",
        { Type: "timestamp with time zone" } => "'epoch'::timestamptz",
        _ => throw new BackupException($"This version does not know how to leave out {table.Name}.{column.Name} ({column.Type}) of a person."),
    };
}

/// <summary>A table that is taken.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Columns">Its columns in the order they are written in.</param>
internal sealed record PlannedTable(TableShape Shape, IReadOnlyList<PlannedColumn> Columns);

/// <summary>A column that is taken.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Expression">What is written for it, as SQL.</param>
internal sealed record PlannedColumn(ColumnShape Shape, string Expression);
