using System.Globalization;

namespace Director.Infrastructure.Content.Languages;

/// <summary>
/// Tells the language of a text by its script, and within a script by its most frequent little words, which make up a third to a half of any
/// text; letters that only one language has decide between near ones. Says nothing rather than something wrong: a few words are not enough.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>Characters that are looked at; more makes it no surer.</summary>
    private const int Sample = 40_000;

    /// <summary>Little words that have to be found before one is believed.</summary>
    private const int FewestHits = 3;

    /// <summary>The share of all words that have to be such words.</summary>
    private const double FewestShare = 0.08;

    private static readonly Dictionary<string, HashSet<string>> Words = new(StringComparer.Ordinal)
    {
        ["en"] = Set("the of and to in that it was he for on are with as his they be at this from have or by had not but what all were when we there can an your which their she do how if will her him has been would who more no out so said my me you is i"),
        ["es"] = Set("el la de que y en un los se del las por con una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ella yo era fue él no está"),
        ["fr"] = Set("le la de et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux ses mais comme ou si leur elle nous vous je tu cette été être était où même on d'un c'est"),
        ["de"] = Set("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis ich du wir"),
        ["it"] = Set("di e il la che in un è per una non sono con si da del le dei nel alla come più al ma anche lo gli questo della o ha delle se ci mi era io lui lei noi perché quando dove suo sua nella dal essere"),
        ["pt"] = Set("de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo"),
        ["nl"] = Set("de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij dan nog uit naar door over ze hij werd tot je mijn dit deze wat heeft was wordt zou geen kan hun ik"),
        ["pl"] = Set("w i na z się nie do to że jest o jak po od a za przez przy dla są tym oraz co ale był była było czy tylko już jego jej ich tak może być który która które gdy jestem"),
        ["sv"] = Set("och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år hon nu också eller vad min under där mot skulle hade"),
        ["tr"] = Set("bir ve bu da de için ne ile o çok gibi daha ben sen var ama kadar en mi olarak sonra her değil olan ki şey bana diye yok onun"),
        ["ru"] = Set("и в не на что он я с как а то это по но она к у из за от так же было его бы мы вы все её был о для только мне когда они ещё да или до если уже нет был была были есть чтобы при под который которая сказал"),
        ["uk"] = Set("і в не на що він я з як а то це по але вона до у із за від так же було його би ми ви всі її був про для тільки мені коли вони ще та або якщо вже ні була були є щоб при під який яка й"),
        ["bg"] = Set("и в не на че той аз с как а това по но тя към у от за така беше го бих ние вие всички я си се да е са ще който която като със при под или само вече още няма има му"),
        ["sr"] = Set("и у не на да је он ја са као а то по али она к из за од тако било га би ми ви све сам се су ће који која које што кад само још нема има му или до"),
    };

    /// <summary>Letters that among the languages of a script only these have.</summary>
    private static readonly (string Language, string Letters)[] Telling =
    [
        ("ru", "ыэё"), ("uk", "іїєґ"), ("sr", "ђћџљњј"), ("es", "ñ¿¡"), ("de", "ß"), ("pl", "łąęśźż"), ("tr", "ğış"), ("sv", "å"), ("pt", "ãõ"), ("fr", "œç"),
    ];

    private static readonly HashSet<string> Cyrillic = ["ru", "uk", "bg", "sr"];

    /// <summary>A BCP 47 tag; null when it cannot be told.</summary>
    internal static string? Detect(string text)
    {
        var sample = (text.Length > Sample ? text[..Sample] : text).ToLower(CultureInfo.InvariantCulture);
        var letters = sample.Count(char.IsLetter);
        if (letters < 12) return null;
        if (ByScript(sample, letters) is { } other) return other;

        var cyrillic = sample.Count(c => c is >= '\u0400' and <= '\u04FF') > letters / 2;
        var words = sample.Split([' ', '\n', '\t', '.', ',', ';', ':', '!', '?', '"', '«', '»', '“', '”', '(', ')', '—', '–', '…', '#', '¿', '¡'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var scores = Words.Where(w => Cyrillic.Contains(w.Key) == cyrillic)
            .Select(w => (Language: w.Key, Hits: words.Count(w.Value.Contains), Letters: LettersOf(w.Key, sample)))
            .Select(s => (s.Language, s.Hits, Score: s.Hits * (1 + Math.Min(0.5, s.Letters * 20d / letters))))
            .OrderByDescending(s => s.Score).ToList();
        var (best, next) = (scores[0], scores[1]);
        if (best.Hits >= FewestHits && best.Hits >= words.Length * FewestShare && best.Score > next.Score * 1.05) return best.Language;
        // Too short for words: the letters alone, where they say it.
        var told = Telling.Where(t => Cyrillic.Contains(t.Language) == cyrillic && LettersOf(t.Language, sample) > 0).Select(t => t.Language).ToList();
        return best.Hits < FewestHits && told.Count == 1 ? told[0] : null;
    }

    private static int LettersOf(string language, string sample) =>
        Telling.FirstOrDefault(t => t.Language == language).Letters is { } telling ? sample.Count(telling.Contains) : 0;

    private static string? ByScript(string sample, int letters)
    {
        int Count(char from, char to) => sample.Count(c => c >= from && c <= to);
        if (Count('\u3040', '\u30FF') > letters / 10) return "ja";
        if (Count('\uAC00', '\uD7AF') > letters / 3) return "ko";
        if (Count('\u4E00', '\u9FFF') > letters / 3) return "zh";
        if (Count('\u0370', '\u03FF') > letters / 2) return "el";
        if (Count('\u0590', '\u05FF') > letters / 2) return "he";
        if (Count('\u0600', '\u06FF') > letters / 2) return "ar";
        if (Count('\u0E00', '\u0E7F') > letters / 3) return "th";
        return Count('\u0900', '\u097F') > letters / 3 ? "hi" : null;
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
