using System.Globalization;
using System.Text;

namespace Director.Infrastructure.Legacy.Report;

/// <summary>What an import did or would do, or what a verification found.</summary>
/// <param name="DryRun">Whether nothing was written.</param>
/// <param name="Tables">Every table of the export.</param>
/// <param name="Remarks">What was mended or could not be taken over as it was.</param>
/// <param name="Refusals">Rows that were refused, each with its line and the reason; the first hundred of a table.</param>
/// <param name="Workspaces">Where the rows went.</param>
/// <param name="Invitations">Links for the people of the former system; shown this once.</param>
/// <param name="Written">Rows that were written to the database; 0 when everything was there.</param>
public sealed record LegacyReport(
    bool DryRun, IReadOnlyList<LegacyTableReport> Tables, IReadOnlyList<LegacyRemark> Remarks, IReadOnlyList<string> Refusals,
    IReadOnlyList<LegacyWorkspace> Workspaces, IReadOnlyList<LegacyInvited> Invitations, long Written)
{
    /// <summary>The report as people read it.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(DryRun ? "Dry run: nothing was written." : $"{Written} rows written.");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"table",-20}{"rows",10}{"imported",10}{"merged",10}{"refused",10}{"before",10}");
        foreach (var t in Tables) text.AppendLine(CultureInfo.InvariantCulture, $"{t.Name,-20}{t.Rows,10}{t.Imported,10}{t.Merged,10}{t.Refused,10}{t.Before,10}");
        text.AppendLine();
        foreach (var w in Workspaces) text.AppendLine(CultureInfo.InvariantCulture, $"workspace {w.Former ?? "(rows without one)"} → {w.Slug}{(w.Made ? " (new)" : "")}");
        foreach (var remark in Remarks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{remark.Table} {remark.Code} × {remark.Count}");
            foreach (var line in remark.Lines) text.AppendLine(CultureInfo.InvariantCulture, $"  {line}");
        }

        foreach (var refusal in Refusals) text.AppendLine(CultureInfo.InvariantCulture, $"refused: {refusal}");
        return text.ToString();
    }
}

/// <summary>What became of a table's rows.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many the export has.</param>
/// <param name="Imported">How many became something of their own.</param>
/// <param name="Merged">How many became part of something else.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Before">How many of all these were accounted for by an earlier run.</param>
public sealed record LegacyTableReport(string Name, long Rows, long Imported, long Merged, long Refused, long Before);

/// <summary>One kind of oddity in one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Code">What kind.</param>
/// <param name="Count">How often.</param>
/// <param name="Lines">A few examples, with id and line.</param>
public sealed record LegacyRemark(string Table, string Code, long Count, IReadOnlyList<string> Lines);

/// <summary>Where a former workspace's rows went.</summary>
/// <param name="Former">The former id; null: rows without a workspace.</param>
/// <param name="Id">The workspace.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Made">Whether the import made it.</param>
public sealed record LegacyWorkspace(string? Former, Guid Id, string Slug, bool Made);

/// <summary>Somebody who may come in.</summary>
/// <param name="Name">What the former system called them.</param>
/// <param name="TelegramId">Their Telegram id.</param>
/// <param name="Token">What the invitation's link ends with.</param>
public sealed record LegacyInvited(string Name, string TelegramId, string Token);

/// <summary>What a verification found.</summary>
/// <param name="Tables">Every table of the export.</param>
/// <param name="Missing">Rows that nothing accounts for, or whose target is gone.</param>
/// <param name="Different">Assets that are not as the export says although nobody changed them.</param>
/// <param name="Changed">How many assets people changed since.</param>
/// <param name="Compared">How many assets were compared, by type.</param>
public sealed record LegacyVerification(
    IReadOnlyList<LegacyTableReport> Tables, IReadOnlyList<string> Missing, IReadOnlyList<string> Different, long Changed, IReadOnlyDictionary<string, long> Compared)
{
    /// <summary>Whether everything is accounted for and as it should be.</summary>
    public bool Holds => Missing.Count == 0 && Different.Count == 0;
}

/// <summary>What an export took.</summary>
/// <param name="Rows">Rows by table.</param>
/// <param name="Files">Files that came along.</param>
/// <param name="References">Paths and addresses that rows name.</param>
/// <param name="UnknownTables">Tables that were not taken, by their rows.</param>
public sealed record LegacyExported(IReadOnlyDictionary<string, long> Rows, long Files, long References, IReadOnlyDictionary<string, long> UnknownTables);
