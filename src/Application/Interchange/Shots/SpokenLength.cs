namespace Director.Application.Interchange.Shots;

/// <summary>How long text lasts on screen.</summary>
public static class SpokenLength
{
    private const decimal WordsASecondSpoken = 2.5m;
    private const decimal WordsASecondSeen = 4.5m;
    private const decimal BreathSeconds = 0.5m;
    private const int IdeographsAWord = 2;

    /// <summary>Words as they are heard: runs of letters and digits; in scripts without spaces (Chinese, Japanese) two signs are one word.</summary>
    public static int Words(string text)
    {
        int words = 0, ideographs = 0;
        var inside = false;
        foreach (var character in text)
        {
            var isIdeograph = character is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
            var isLetter = !isIdeograph && (char.IsLetterOrDigit(character) || inside && character is '\'' or '’');
            if (isIdeograph) ideographs++;
            if (isLetter && !inside) words++;
            inside = isLetter;
        }

        return words + (ideographs + IdeographsAWord - 1) / IdeographsAWord;
    }

    /// <summary>Seconds of speech: 2.5 words a second, the pace of film dialogue, and half a second of breath.</summary>
    public static decimal Spoken(int words) => words == 0 ? 0 : words / WordsASecondSpoken + BreathSeconds;

    /// <summary>Seconds of action: 4.5 words a second, at which a page of pure action (some 270 words) is a minute.</summary>
    public static decimal Seen(int words) => words / WordsASecondSeen;
}
