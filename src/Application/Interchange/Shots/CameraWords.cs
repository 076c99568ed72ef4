using System.Text.RegularExpressions;

namespace Director.Application.Interchange.Shots;

/// <summary>What the script itself says about the camera, in English and Russian.</summary>
internal static partial class CameraWords
{
    public static string? Size(string text) =>
        ExtremeCloseUp().IsMatch(text) ? ShotVocabulary.ExtremeCloseUp
        : ExtremeWide().IsMatch(text) ? ShotVocabulary.ExtremeWide
        : CloseUp().IsMatch(text) ? ShotVocabulary.CloseUp
        : Wide().IsMatch(text) ? ShotVocabulary.Wide
        : Medium().IsMatch(text) ? ShotVocabulary.Medium
        : null;

    public static string? Angle(string text) =>
        OverTheShoulder().IsMatch(text) ? ShotVocabulary.OverTheShoulder
        : High().IsMatch(text) ? ShotVocabulary.High
        : Low().IsMatch(text) ? ShotVocabulary.Low
        : Dutch().IsMatch(text) ? ShotVocabulary.Dutch
        : null;

    public static string? Movement(string text) =>
        PushIn().IsMatch(text) ? ShotVocabulary.PushIn
        : PullOut().IsMatch(text) ? ShotVocabulary.PullOut
        : Crane().IsMatch(text) ? ShotVocabulary.Crane
        : Tilt().IsMatch(text) ? ShotVocabulary.Tilt
        : Pan().IsMatch(text) ? ShotVocabulary.Pan
        : Track().IsMatch(text) ? ShotVocabulary.Track
        : null;

    /// <summary>Movement that the people in the picture ask for.</summary>
    public static bool IsLively(string text) => Lively().IsMatch(text);

    /// <summary>"CLOSE ON …", "ANGLE ON …", "POV": a paragraph that begins a new shot however short it is.</summary>
    public static bool NamesAShot(string text) => NewShot().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(extreme close|ECU|macro|detail of|insert)\b|сверхкрупн|деталь", Options)]
    private static partial Regex ExtremeCloseUp();

    [GeneratedRegex(@"\b(close[- ]?up|close on|closer|CU|tight on|eyes|face|fingers|tears?|whispers?)\b|крупн\w* план|крупно|глаза|лицо", Options)]
    private static partial Regex CloseUp();

    [GeneratedRegex(@"\b(medium shot|two[- ]shot|waist)\b|средн\w* план", Options)]
    private static partial Regex Medium();

    [GeneratedRegex(@"\b(wide|wider|establishing|full shot|the whole|crowd|everyone|reveal(s|ing)?)\b|общ\w+ план|толпа", Options)]
    private static partial Regex Wide();

    [GeneratedRegex(@"\b(extreme wide|aerial|panorama|skyline|horizon|landscape|from the air|bird'?s[- ]eye)\b|дальн\w* план|горизонт|панорама", Options)]
    private static partial Regex ExtremeWide();

    [GeneratedRegex(@"\b(over the shoulder|over (his|her|their) shoulder|OTS)\b|через плечо", Options)]
    private static partial Regex OverTheShoulder();

    [GeneratedRegex(@"\b(high angle|looking down|looks down|from above|overhead|bird'?s[- ]eye|aerial)\b|сверху|свысока", Options)]
    private static partial Regex High();

    [GeneratedRegex(@"\b(low angle|looking up|looks up|from below|towers?|looms?)\b|снизу|нависает", Options)]
    private static partial Regex Low();

    [GeneratedRegex(@"\b(dutch|canted|tilted|dizzy|drunk|woozy|staggers?)\b|пьян|шатается", Options)]
    private static partial Regex Dutch();

    [GeneratedRegex(@"\b(push(es|ing)? in|dolly in|zoom(s|ing)? in|move(s)? in|closing in|moving closer)\b|наезд|приближается камера", Options)]
    private static partial Regex PushIn();

    [GeneratedRegex(@"\b(pull(s|ing)? (back|out)|zoom(s|ing)? out|widen(s)?|dolly out)\b|отъезд", Options)]
    private static partial Regex PullOut();

    [GeneratedRegex(@"\b(crane|boom(s)? (up|down)|rising over|aerial)\b|кран поднимает", Options)]
    private static partial Regex Crane();

    [GeneratedRegex(@"\b(tilt(s|ing)? (up|down))\b|камера поднимается|камера опускается", Options)]
    private static partial Regex Tilt();

    [GeneratedRegex(@"\b(pan(s|ning)?|sweep(s|ing)? across)\b|панорамир", Options)]
    private static partial Regex Pan();

    [GeneratedRegex(@"\b(track(s|ing)?|dolly|follow(s|ing)?|steadicam|moving with|POV)\b|проезд|следует за", Options)]
    private static partial Regex Track();

    [GeneratedRegex(@"\b(runs?|running|races?|chases?|drives?|speeds?|rushes|gallops|flees|walks?|marches|rides?|swims?|flies)\b|бежит|мчится|едет|идёт|идет|плывёт|летит", Options)]
    private static partial Regex Lively();

    [GeneratedRegex(@"^(close on|close[- ]up|angle on|on |pov|wide|insert|back to|we see|reverse|another angle|крупно|крупный план|общий план|деталь)", Options)]
    private static partial Regex NewShot();
}
