using Director.Infrastructure.Legacy.Rules;

namespace Director.Infrastructure.Legacy.Report;

/// <summary>Hears what was not as it should be, counts it, and keeps a few examples of each kind.</summary>
internal sealed class LegacyNotes
{
    internal const int Examples = 5;

    private readonly Dictionary<(string Table, string Code), (long Count, List<string> Lines)> heard = [];

    internal void Add(LegacyRow row, string code, string what) => Add(row.Table, row.Id, row.Line, code, what);

    internal void Add(string table, string id, long line, string code, string what)
    {
        if (!heard.TryGetValue((table, code), out var known)) known = (0, []);
        if (known.Lines.Count < Examples) known.Lines.Add($"{table} {id} (line {line}): {what}");
        heard[(table, code)] = (known.Count + 1, known.Lines);
    }

    internal void Add(string table, string code, long count, List<string> lines) => heard[(table, code)] = (count, lines);

    internal IReadOnlyList<LegacyRemark> ToList() =>
        [.. heard.OrderBy(h => h.Key.Table, StringComparer.Ordinal).ThenBy(h => h.Key.Code, StringComparer.Ordinal).Select(h => new LegacyRemark(h.Key.Table, h.Key.Code, h.Value.Count, h.Value.Lines))];
}
