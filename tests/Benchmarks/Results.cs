using System.Globalization;

namespace Director.Benchmarks;

/// <summary>What was measured, as a table on standard output.</summary>
internal sealed class Results
{
    private readonly List<string[]> compared = [];
    private readonly List<string[]> single = [];

    /// <summary>Medians over the rounds; the ratio is the median of the rounds' own ratios.</summary>
    internal void Add(string name, int clients, IReadOnlyList<(Round Director, Round Baseline)> pairs, double goal)
    {
        var ratio = Median(pairs.Select(p => p.Director.PerSecond / p.Baseline.PerSecond));
        compared.Add(
        [
            name, Number(clients), Number(Median(pairs.Select(p => p.Director.PerSecond))), Number(Median(pairs.Select(p => p.Baseline.PerSecond))),
            ratio.ToString("0.00", CultureInfo.InvariantCulture), $">= {goal.ToString("0.0#", CultureInfo.InvariantCulture)}", ratio >= goal ? "" : "missed",
            Milliseconds(Median(pairs.Select(p => p.Director.Percentile(0.5)))), Milliseconds(Median(pairs.Select(p => p.Director.Percentile(0.95)))),
            $"{Milliseconds(Median(pairs.Select(p => p.Director.Processor)))} / {Milliseconds(Median(pairs.Select(p => p.Baseline.Processor)))}",
        ]);
        Console.Error.WriteLine(string.Join("  ", compared[^1]));
    }

    /// <summary>Something that stands by itself.</summary>
    internal void Add(string name, string measured, string goal, bool met)
    {
        single.Add([name, measured, goal, met ? "" : "missed"]);
        Console.Error.WriteLine(string.Join("  ", single[^1]));
    }

    internal void Print()
    {
        Write(["case", "clients", "Director/s", "baseline/s", "ratio", "goal", "", "p50 ms", "p95 ms", "server ms each"], compared);
        Write(["case", "measured", "goal", ""], single);
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    internal static string Milliseconds(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(value < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    private static void Write(string[] head, List<string[]> rows)
    {
        if (rows.Count == 0) return;
        var widths = head.Select((h, i) => rows.Append(head).Max(r => r[i].Length)).ToArray();
        string Line(string[] cells) => "| " + string.Join(" | ", cells.Select((c, i) => c.PadRight(widths[i]))) + " |";
        Console.WriteLine(Line(head));
        Console.WriteLine("|" + string.Join("|", widths.Select(w => new string('-', w + 2))) + "|");
        foreach (var row in rows) Console.WriteLine(Line(row));
        Console.WriteLine();
    }
}
