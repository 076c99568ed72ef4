namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>Turns the free text of a shot into what is to be drawn. Pure; never throws, whatever the text.</summary>
public static class SketchReader
{
    private const string Persons = "man|woman|girl|boy|child|he|she|him|her|they|figure|soldier|officer|stranger|keeper|driver|old man|face|hands|"
        + "мужчин*|женщин*|девушк*|девочк*|мальчик*|ребен*|он|она|они|его|ее|фигур*|солдат*|офицер*|незнаком*|старик*|старух*|человек*|лицо|лица|рук|руки";

    /// <summary>Reads a frame.</summary>
    public static SketchReading Read(SketchFrame frame)
    {
        var text = new Words(Cut(frame.Text) + "\n" + Cut(frame.Prompt));
        var place = new Words(frame.Location);
        var everything = new Words(string.Join('\n', Cut(frame.Text), Cut(frame.Location), Cut(frame.Mood), Cut(frame.Weather),
            Cut(frame.Prompt)));
        var size = CameraWords.Size(frame.Size, text);
        var angle = CameraWords.Angle(frame.Angle, text);
        var (setting, interior) = Place(new Words(frame.IntExt), place, text, size);
        var outside = Outside(new Words(frame.TimeOfDay), everything);
        var dark = outside is SketchTime.Night or SketchTime.Dusk;
        var props = PropWords.In(everything);
        // The set stands even when a shot of it only says "she waits": what the place is called shows in it.
        var people = People(frame, text, size, angle, PropWords.In(text));
        return new SketchReading
        {
            Size = size,
            Angle = angle,
            Move = CameraWords.Move(frame.Movement),
            Setting = setting,
            Interior = interior,
            Time = interior && dark && setting is not (SketchSetting.LanternRoom or SketchSetting.Vehicle)
                && !everything.Any("moonlit|lights off|power out|blackout|в темноте|без света") ? SketchTime.Lamp : outside,
            DarkOutside = dark,
            Weather = Weather(new Words(frame.Weather), everything, interior),
            Props = props,
            Pose = Pose(text),
            People = people,
            StillLife = people.Count == 0 && size is (SketchSize.ExtremeCloseUp or SketchSize.CloseUp or SketchSize.Medium)
                && (PropWords.In(text) & PropWords.Objects) != 0,
        };
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > 1200 ? text[..1200] : text;

    private static (SketchSetting Setting, bool Interior) Place(Words intExt, Words place, Words text, SketchSize size)
    {
        var inside = intExt.Any("int|interior|инт*|интерьер*");
        var outside = intExt.Any("ext|exterior|нат*|экст*");
        var (setting, indoors, score) = (SketchSetting.Outdoors, false, int.MaxValue);
        foreach (var row in SettingWords.Table)
        {
            // The scene's place outweighs the shot's words, an earlier word a later one.
            int at = place.FirstOf(row.Entries), said = text.FirstOf(row.Entries);
            var rank = at >= 0 ? at : said >= 0 ? 10_000 + said : int.MaxValue;
            // A stair or a lens named by the shot is the part of the place we look at.
            if (said >= 0 && (row.Setting == SketchSetting.LanternRoom || (row.Setting == SketchSetting.Stair && !outside)))
                rank = -1;
            if (row.Interior != inside && (inside || outside) && rank > 0 && rank != int.MaxValue)
                rank += 5_000;
            if (rank < score)
                (setting, indoors, score) = (row.Setting, row.Interior, rank);
        }
        if (score == int.MaxValue)
            return inside ? (SketchSetting.Room, true) : (SketchSetting.Outdoors, false);
        if (setting == SketchSetting.LanternRoom)
            return (setting, true);
        // The widest shot of a harbour with its light is the light on the water, not the quay.
        if (setting == SketchSetting.Harbour && size == SketchSize.ExtremeWide && text.Any("lighthouse|the light|маяк*"))
            return (SketchSetting.Coast, false);
        if (inside && !outside)
            return (SettingWords.Inside(setting), true);
        if (outside && !inside)
            return (SettingWords.Outside(setting), false);
        return (setting, indoors);
    }

    private static SketchTime Outside(Words field, Words everything) => Time(field) ?? Time(everything) ?? SketchTime.Day;

    private static SketchTime? Time(Words words)
    {
        if (words.IsEmpty)
            return null;
        if (words.Any("dawn|sunrise|daybreak|first light|early morning|рассвет*|восход*|заря|заре|утренн* зар*"))
            return SketchTime.Dawn;
        if (words.Any("dusk|sunset|evening|twilight|golden hour|magic hour|закат*|вечер*|сумер*"))
            return SketchTime.Dusk;
        if (words.Any("night|midnight|nocturnal|moonlight|moonlit|ночь|ночи|ночью|ночн*|полночь|полуноч*"))
            return SketchTime.Night;
        if (words.Any("day|morning|noon|afternoon|midday|sunny|день|дня|днем|утро|утром|полдень|полдн*|солнечн*"))
            return words.Any("morning|утро|утром") ? SketchTime.Dawn : SketchTime.Day;
        return null;
    }

    private static SketchWeather Weather(Words field, Words everything, bool interior)
    {
        var weather = Weather(field) ?? Weather(everything) ?? SketchWeather.Clear;
        // Indoors the weather stays behind the window.
        return interior && weather is (SketchWeather.Fog or SketchWeather.Wind) ? SketchWeather.Clear : weather;
    }

    private static SketchWeather? Weather(Words words)
    {
        if (words.Any("storm|thunder|thunderstorm|hurricane|gale|lightning|tempest|шторм*|гроз*|бур*|ураган*|молни*"))
            return SketchWeather.Storm;
        if (words.Any("rain|raining|rainy|drizzle|downpour|rains|дожд*|ливень|ливн*|морос*"))
            return SketchWeather.Rain;
        if (words.Any("snow|snowing|blizzard|snowfall|snowy|снег*|метел*|вьюг*|снегопад*|пург*"))
            return SketchWeather.Snow;
        if (words.Any("fog|mist|foggy|misty|haze|smoke|туман*|дымк*|мгла|мгле|дым|дыма|дыму"))
            return SketchWeather.Fog;
        if (words.Any("wind|windy|breeze|gust|ветер|ветр*"))
            return SketchWeather.Wind;
        return null;
    }

    private static SketchPose Pose(Words text)
    {
        if (text.Any("run|running|ran|rushes|sprint*|flee*|chase|chases|бежит|бегут|бежать|бег|мчит*|убегает|погон*"))
            return SketchPose.Run;
        if (text.Any("suitcase|bag|briefcase|case in hand|чемодан*|сумк*|портфел*"))
            return SketchPose.Case;
        if (text.Any("lantern|torch|one lamp|candle|with a lamp|flashlight|фонар*|свеч*|факел*|с лампой"))
            return SketchPose.Lamp;
        if (text.Any("sit|sits|sitting|sat|seated|сидит|сидят|садит*|сидя"))
            return SketchPose.Sit;
        if (text.Any("ledger|read|reads|reading|writes|writing|letter|notebook|читает|чита*|пишет|письм*|книг*"))
            return SketchPose.Ledger;
        if (text.Any("point|points|reach|reaches|wave|waves|hands over|gives|offers|указыва*|тянет*|протягива*|машет"))
            return SketchPose.Reach;
        if (text.Any("walk|walks|walking|step|steps|climb|climbs|enter|enters|goes|leaves|cross|crosses|marches|идет|идут|шага*|входит|выходит|уходит|поднима*|спуска*"))
            return SketchPose.Walk;
        return text.Any("back to us|from behind|looks out|stares out|watches the|turns away|спиной|со спины|смотрит вдаль")
            ? SketchPose.Back : SketchPose.Stand;
    }

    private static IReadOnlyList<SketchCastMember> People(SketchFrame frame, Words text, SketchSize size, SketchAngle angle,
        SketchProp props)
    {
        var named = (frame.Cast ?? []).Where(member => !string.IsNullOrWhiteSpace(member?.Name)).Take(6).ToList();
        if (named.Count > 0)
        {
            // Whoever the text names first leads; those it does not name keep the order of the list.
            return [.. named.Select((member, order) => (member, order, at: text.FirstOf(Name(member.Name))))
                .OrderBy(p => p.at < 0 ? int.MaxValue : p.at).ThenBy(p => p.order).Select(p => p.member)];
        }
        var count = angle == SketchAngle.OverShoulder || text.Any("two shot|couple|they|both|вдвоем|двое|они|оба") ? 2 : 1;
        var close = size is SketchSize.ExtremeCloseUp or SketchSize.CloseUp or SketchSize.Medium;
        var somebody = text.Any(Persons) || !string.IsNullOrWhiteSpace(frame.Dialogue) || angle == SketchAngle.OverShoulder
            || (close && (props & PropWords.Objects) == 0);
        if (!somebody || (text.Any("empty|nobody|no one|deserted|abandoned|пуст*|никого") && !close))
            return [];
        return [.. Enumerable.Range(0, count).Select(k => Stranger(frame, text, k))];
    }

    /// <summary>Somebody without a name looks the same through the scene.</summary>
    private static SketchCastMember Stranger(SketchFrame frame, Words text, int number)
    {
        var looks = text.Any("woman|girl|she|her|женщин*|девушк*|девочк*|она|старух*") && number == 0 ? "woman" : "man";
        if (text.Any("child|boy|girl|ребен*|мальчик*|девочк*") && number == 0)
            looks += ", child";
        if (text.Any("old|elderly|стар*") && number == 0)
            looks += ", old";
        return new SketchCastMember($"{frame.FilmTitle} {frame.SceneNumber} {number} {looks}", null, looks);
    }

    private static string Name(string name)
    {
        var words = name.ToLowerInvariant().Replace('ё', 'е')
            .Split([' ', '|', '*', '-', '.', ',', '(', ')', '\'',
                '"', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word.Length > 2 && word is not "the" && word.All(char.IsLetter))
            // Inflected Russian names keep their stem: Анна, Анны; Пётр, Петра.
            .Select(word => word[^1] is < 'а' or > 'я' ? word
                : (word.Length > 3 && "аеийоуыьюя".Contains(word[^1]) ? word[..^1] : word) + "*")
            .Take(4)
            .ToList();
        return words.Count == 0 ? "\0" : string.Join('|', words);
    }
}
