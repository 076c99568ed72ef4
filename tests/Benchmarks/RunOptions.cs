using System.Globalization;

namespace Director.Benchmarks;

/// <summary>What is measured, and for how long.</summary>
/// <param name="Cases">Names of cases; empty: all that need no large database.</param>
/// <param name="Rounds">Pairs of rounds per case and number of clients.</param>
/// <param name="Round">Length of one round.</param>
/// <param name="Assets">How many assets the large workspace gets for the case <c>large</c>.</param>
internal sealed record RunOptions(IReadOnlySet<string> Cases, int Rounds, TimeSpan Round, int Assets)
{
    internal const string Usage =
        "dotnet run -c Release --project tests/Benchmarks [-- <case>... [--rounds 5] [--seconds 1.5] [--assets 1000000]]\n"
        + "cases: read page create select structure unchanged import signin search; large (is not run unless named: it fills a workspace first)";

    private static readonly string[] Known = ["read", "page", "create", "select", "structure", "unchanged", "import", "signin", "search", "large"];

    /// <summary>Whether a case is to be run.</summary>
    internal bool Wants(string name) => Cases.Count == 0 ? name != "large" : Cases.Contains(name);

    /// <summary>Null when the arguments make no sense.</summary>
    internal static RunOptions? Parse(string[] args)
    {
        var options = new RunOptions(new HashSet<string>(), 5, TimeSpan.FromSeconds(1.5), 1_000_000);
        var cases = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (Known.Contains(args[i]))
            {
                cases.Add(args[i]);
                continue;
            }

            if (i + 1 == args.Length || !double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number) || number <= 0) return null;
            switch (args[i++])
            {
                case "--rounds": options = options with { Rounds = (int)number }; break;
                case "--seconds": options = options with { Round = TimeSpan.FromSeconds(number) }; break;
                case "--assets": options = options with { Assets = (int)number }; break;
                default: return null;
            }
        }

        return options with { Cases = cases };
    }
}
