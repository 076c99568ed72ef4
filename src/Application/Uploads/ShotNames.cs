using System.Globalization;
using System.Text.RegularExpressions;

namespace Director.Application.Uploads;

/// <summary>
/// Finds shots' codes and take numbers in the names of files. Case, zeros in front and what separates words do not count: SH0010 is found in
/// <c>sh10_t3.mov</c> and in <c>SH-0010 take 03.mp4</c>, but not in <c>SH00100.mp4</c>.
/// </summary>
internal sealed partial class ShotNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly List<(int Place, int Length, Regex Pattern)> codes;

    internal ShotNames(IReadOnlyList<string> codes) =>
        this.codes = [.. codes.Select((code, place) => (place, code.Length, new Regex(Pattern(code), RegexOptions.CultureInvariant, Patience)))];

    /// <returns>Which shot, which take if it says, or why none: noShot or ambiguous.</returns>
    internal (int Place, int? Take, string? Reason) Find(string name)
    {
        var path = name.Replace('\\', '/').ToUpperInvariant();
        var dot = path.LastIndexOf('.');
        var text = dot > path.LastIndexOf('/') && dot > 0 ? path[..dot] : path;
        // The file's own name says more than the folders it lies in.
        var (place, take, reason) = FindIn(text[(text.LastIndexOf('/') + 1)..]);
        return reason == "noShot" && text.Contains('/', StringComparison.Ordinal) ? FindIn(text) : (place, take, reason);
    }

    private (int Place, int? Take, string? Reason) FindIn(string text)
    {
        var hits = codes.Select(c => (c.Place, c.Length, Match: c.Pattern.Match(text))).Where(h => h.Match.Success).OrderByDescending(h => h.Match.Length).ToList();
        if (hits.Count == 0) return (-1, null, "noShot");
        // The code with most letters is meant: 12A stands in 12AB only by chance.
        var best = hits[0];
        if (hits.Skip(1).Any(h => h.Match.Length == best.Match.Length)) return (-1, null, "ambiguous");
        var rest = text[(best.Match.Index + best.Match.Length)..];
        var said = Said().Match(rest) is { Success: true } word ? word : Last().Match(rest);
        return (best.Place, said.Success && int.TryParse(said.Groups[1].Value, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null, null);
    }

    /// <summary>Letters and numbers of the code in their order, with anything or nothing between them, and no letter or digit beside.</summary>
    private static string Pattern(string code)
    {
        var parts = Parts().Matches(code.ToUpperInvariant()).Select(m => !char.IsAsciiDigit(m.Value[0]) ? Regex.Escape(m.Value) : m.Value.TrimStart('0') is { Length: > 0 } number ? $"0*{number}" : "0+");
        return $"(?<![A-Z0-9]){string.Join("[ _.-]?", parts)}(?![0-9])(?!(?!T[ _.-]?[0-9]|TK|TAKE)[A-Z])";
    }

    [GeneratedRegex("[0-9]+|[^0-9 _.-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    /// <summary>T3, TK03, take 3.</summary>
    [GeneratedRegex("(?:^|[^A-Z])(?:TAKE|TK|T)[ _.-]?0*([0-9]{1,5})(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Said();

    /// <summary>A number by itself right behind the code: SH0010_03.</summary>
    [GeneratedRegex("^[ _.-]+V?0*([0-9]{1,4})(?![0-9A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();
}
