namespace Director.Infrastructure.Backup;

/// <summary>A table as the database describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, without those the database computes.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Links">Its foreign keys to other tables.</param>
/// <param name="HidesRows">Whether its rows are shown by workspace even to the owner.</param>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, IReadOnlyList<LinkShape> Links, bool HidesRows)
{
    internal const string Workspace = "workspace_id";

    /// <summary>Whether its rows belong to workspaces.</summary>
    internal bool IsTenant => Columns.Any(column => column.Name == Workspace);

    /// <summary>Whether some of its rows may belong to no workspace.</summary>
    internal bool MayBelongToNobody => Columns.Any(column => column.Name == Workspace && column.IsNullable);

    /// <summary>The columns that are copied: what the database numbers by its own transactions and counters it numbers anew.</summary>
    internal IEnumerable<ColumnShape> Copied => Columns.Where(column => !column.IsNumberedHere);

    /// <summary>The order of the copied rows: that of the numbers left out, so that the new ones keep it; else the key's.</summary>
    internal IEnumerable<string> OrderedBy =>
        Columns.Any(column => column.IsNumberedHere)
            ? Columns.Where(column => column.IsNumberedHere).OrderByDescending(column => column.Type == "xid8").Select(column => column.Name)
            : Key;
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as SQL writes it.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsNumberedHere">Whether its values mean something in this database only: a transaction's number, a counter no statement may set.</param>
/// <param name="Sequence">The sequence it draws from unless a value is given, as SQL writes it.</param>
internal sealed record ColumnShape(string Name, string Type, bool IsNullable, bool IsNumberedHere, string? Sequence);

/// <summary>A foreign key.</summary>
/// <param name="To">The table it refers to.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record LinkShape(string To, IReadOnlyList<string> Columns);
