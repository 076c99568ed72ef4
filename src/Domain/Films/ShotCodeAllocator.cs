using System.Text;

namespace Director.Domain.Films;

/// <summary>
/// Hands out shot codes of one film, each once, deterministically. Codes are identifiers, not positions: where the codes of the two
/// neighbours leave a gap the new one falls into it, so that a film read from top to bottom has rising codes for as long as it can.
/// </summary>
public sealed class ShotCodeAllocator
{
    // I and O are left out on slates: they are taken for 1 and 0.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly ShotCodeScheme scheme;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly SortedSet<int> numbers = [];
    private readonly Dictionary<string, int> nextLetter = new(StringComparer.Ordinal);

    /// <param name="scheme">How the film names its shots.</param>
    /// <param name="existingCodes">Every code in use in the film, of omitted and deleted shots too.</param>
    public ShotCodeAllocator(ShotCodeScheme scheme, IEnumerable<string> existingCodes)
    {
        this.scheme = scheme;
        foreach (var code in existingCodes) Take(code.Trim().ToUpperInvariant());
    }

    /// <summary>The code for a shot between two others, which it then regards as taken.</summary>
    /// <inheritdoc cref="ShotCodeScheme.Next"/>
    public string Next(string? afterCode = null, string? beforeCode = null, string? sceneNumber = null)
    {
        var code = scheme.IsSlate
            ? WithLetters(SlatePrefix(sceneNumber))
            : Numbered(afterCode?.ToUpperInvariant(), beforeCode?.ToUpperInvariant());
        Take(code);
        return code;
    }

    private void Take(string code)
    {
        taken.Add(code);
        if (scheme.TryReadNumber(code, out var number)) numbers.Add(number);
    }

    private string Numbered(string? after, string? before)
    {
        var hasAfter = scheme.TryReadNumber(after, out var low);
        var hasBefore = scheme.TryReadNumber(before, out var high);
        if (!hasBefore && before is null || !hasBefore && !hasAfter) return Appended();

        // A moved shot can leave the codes around the new one out of order; then the next code above the left neighbour is the limit.
        if (!hasBefore || hasAfter && high <= low) high = numbers.Count > 0 && numbers.Max > low ? numbers.GetViewBetween(low + 1, int.MaxValue).Min : 0;
        if (high == 0 && hasAfter) return Appended();
        return Between(low, high) is { } number
            ? scheme.Format(number)
            : WithLetters(hasAfter ? after!.TrimEnd(Suffixes) : scheme.Format(low));
    }

    private static readonly char[] Suffixes = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

    private string Appended() => scheme.Format((numbers.Count == 0 ? 0 : numbers.Max / ShotCodeScheme.Step * ShotCodeScheme.Step) + ShotCodeScheme.Step);

    /// <summary>A free number strictly between: the first multiple of ten, else the middle, else the free one closest to the middle.</summary>
    private int? Between(int low, int high)
    {
        for (var round = (low / ShotCodeScheme.Step + 1) * ShotCodeScheme.Step; round < high; round += ShotCodeScheme.Step)
        {
            if (!numbers.Contains(round)) return round;
        }

        var middle = low + (high - low + 1) / 2;
        for (var distance = 0; middle - distance > low || middle + distance < high; distance++)
        {
            if (middle + distance < high && !numbers.Contains(middle + distance)) return middle + distance;
            if (middle - distance > low && !numbers.Contains(middle - distance)) return middle - distance;
        }

        return null;
    }

    private string WithLetters(string stem)
    {
        var index = nextLetter.GetValueOrDefault(stem);
        string code;
        do code = stem + LettersOf(index++);
        while (taken.Contains(code));
        nextLetter[stem] = index;
        return code;
    }

    /// <summary>A … Z, AA, AB … as spreadsheets count.</summary>
    private static string LettersOf(int index)
    {
        var text = new StringBuilder();
        for (index++; index > 0; index = (index - 1) / Letters.Length) text.Insert(0, Letters[(index - 1) % Letters.Length]);
        return text.ToString();
    }

    /// <summary>The scene's number as it may stand in a code. A number that ends in a letter gets a hyphen: shot A of scene 12A is 12A-A, not 12AA.</summary>
    private static string SlatePrefix(string? sceneNumber)
    {
        var text = new StringBuilder();
        foreach (var character in (sceneNumber ?? "").ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character)) text.Append(character);
            else if (text.Length > 0 && text[^1] != '-') text.Append('-');
            if (text.Length >= ShotCode.MaxLength - 8) break;
        }

        var prefix = text.ToString().TrimEnd('-');
        if (prefix.Length == 0) return "0";
        return char.IsAsciiDigit(prefix[^1]) ? prefix : prefix + "-";
    }
}
