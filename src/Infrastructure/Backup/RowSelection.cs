using Director.Infrastructure.Persistence.Setup;

namespace Director.Infrastructure.Backup;

/// <summary>Which rows of each table are taken, and in which parts.</summary>
internal sealed class RowSelection(BackupPlan plan, Guid? workspace, IReadOnlyList<string> workspaces)
{
    internal IEnumerable<RowPart> PartsOf(PlannedTable table)
    {
        var shape = table.Shape;
        if (workspace is { } only)
        {
            var id = only.ToString();
            yield return shape.IsTenant ? Part(table, id, id, BelongsTo(id))
                : shape.Name == TablesNotTaken.Workspaces ? Part(table, BackupFormat.WholeServer, id, $"id = {Sql.Literal(id)}")
                : Part(table, BackupFormat.WholeServer, id, PeopleNamedIn(id), hidden: true);
        }
        else if (shape is { IsTenant: true, HidesRows: true })
        {
            foreach (var id in workspaces) yield return Part(table, id, id, BelongsTo(id));
            if (shape.MayBelongToNobody) yield return Part(table, BackupFormat.WholeServer, null, $"{TableShape.Workspace} IS NULL", hidden: true);
        }
        else
        {
            yield return Part(table, BackupFormat.WholeServer, null, "true");
        }
    }

    private static RowPart Part(PlannedTable table, string name, string? workspace, string which, bool? hidden = null)
    {
        var columns = string.Join(", ", table.Columns.Select(column =>
            column.Expression == Sql.Identifier(column.Shape.Name) ? column.Expression : $"{column.Expression} AS {Sql.Identifier(column.Shape.Name)}"));
        var order = string.Join(", ", table.Shape.OrderedBy.Select(Sql.Identifier));
        var ordered = order.Length > 0 ? $" ORDER BY {order}" : "";
        return new RowPart(
            name, workspace, hidden ?? table.Shape.HidesRows, $"SELECT {columns} FROM {Sql.Identifier(table.Shape.Name)} WHERE {which}{ordered}");
    }

    private static string BelongsTo(string workspace) => $"{TableShape.Workspace} = {Sql.Literal(workspace)}";

    /// <summary>Whoever's id stands in any row of the workspace, in a column that can hold one. Ids are never the same by chance.</summary>
    private string PeopleNamedIn(string workspace)
    {
        var named =
            from table in plan.Tables
            where table.Shape.IsTenant
            let elsewhere = table.Shape.Links.Where(link => link.To != TablesNotTaken.People).SelectMany(link => link.Columns).ToHashSet(StringComparer.Ordinal)
            from column in table.Shape.Columns
            where column.Type == "uuid" && column.Name is not ("id" or TableShape.Workspace) && !elsewhere.Contains(column.Name)
            select $"id IN (SELECT {Sql.Identifier(column.Name)} FROM {Sql.Identifier(table.Shape.Name)} WHERE {BelongsTo(workspace)})";
        return string.Join(" OR ", named.DefaultIfEmpty("false"));
    }
}

/// <summary>Rows of a table that are read at once.</summary>
/// <param name="Name">The part's name in the archive: the workspace's id, or <c>server</c>.</param>
/// <param name="Workspace">The workspace to be in; null for none.</param>
/// <param name="IsHidden">Whether policies decide which rows there are.</param>
/// <param name="Statement">The SQL that reads them.</param>
internal sealed record RowPart(string Name, string? Workspace, bool IsHidden, string Statement);
