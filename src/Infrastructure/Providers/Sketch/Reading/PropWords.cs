namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>The words by which things are recognised, English and Russian.</summary>
internal static class PropWords
{
    private static readonly (SketchProp Prop, string Entries)[] Table =
    [
        (SketchProp.Lighthouse, "lighthouse|the light|lantern gallery|маяк*"),
        (SketchProp.Boat, "boat|skiff|ship|sail|dinghy|ferry|yacht|vessel|trawler|лодк*|корабл*|ялик*|шлюпк*|парус*|судн*|катер*|паром*"),
        (SketchProp.Car, "car|taxi|truck|van|headlight|limousine|sedan|машин*|автомобил*|такси|грузовик*|фар"),
        (SketchProp.Window, "window|pane|rain on glass|окн*|стекл*"),
        (SketchProp.Lamp, "lamp|lantern|candle|torch|chandelier|ламп*|фонар*|свеч*|факел*"),
        (SketchProp.Table, "table|desk|counter|стол|столом|столе|стола"),
        (SketchProp.Book, "book|ledger|diary|notebook|journal|bible|manuscript|книг*|тетрад*|дневник*|журнал*|рукопис*"),
        (SketchProp.Fire, "fire|fireplace|hearth|campfire|flame|bonfire|огон*|огн*|костер|костр*|камин*|пожар*"),
        (SketchProp.Train, "train|locomotive|wagon|поезд*|локомотив*|электричк*"),
        (SketchProp.Letter, "letter|note|envelope|telegram|document|map|newspaper|paper|письм*|записк*|конверт*|документ*|карт*|газет*|бумаг*"),
        (SketchProp.Phone, "phone|telephone|cellphone|smartphone|mobile|receiver|телефон*|смартфон*|трубк*"),
        (SketchProp.Cup, "cup|mug|glass|coffee|tea|drink|чашк*|кружк*|стакан*|кофе|чай|чая|рюмк*|бокал*"),
        (SketchProp.Key, "key|lock|ключ*|замочн*"),
        (SketchProp.Gun, "gun|pistol|rifle|revolver|weapon|пистолет*|револьвер*|ружь*|оружи*|винтовк*"),
        (SketchProp.Clock, "clock|watch|countdown|часы|циферблат*|будильник*"),
        (SketchProp.Screen, "screen|monitor|computer|laptop|television|tv|экран*|монитор*|компьютер*|телевизор*|ноутбук*"),
        (SketchProp.Door, "door|doorway|gate|дверь|двери|дверн*|ворот*"),
        (SketchProp.Bottle, "bottle|wine|whisky|whiskey|vodka|vial|бутылк*|вино|вина|водк*|виски|флакон*"),
        (SketchProp.Flower, "flower|rose|bouquet|daffodil|vase|цвет|цвет*|роз*|букет*|ваз*"),
        (SketchProp.Moon, "moon|moonlight|moonlit|луна|луны|лунн*"),
        (SketchProp.Crowd, "crowd|people|soldiers|audience|mob|guests|townsfolk|army|толп*|люд*|солдат*|зрител*|гост*|армия|армии"),
        (SketchProp.Bird, "bird|gull|crow|seagull|pigeon|raven|птиц*|чайк*|ворон*|голуб*"),
        (SketchProp.Photo, "photo|photograph|portrait|picture|фото*|портрет*|снимок|снимк*|картин*"),
        (SketchProp.House, "house|cottage|cabin|barn|farmhouse|mansion|дом|дома|хижин*|изб*|усадьб*|сара*"),
        (SketchProp.Case, "suitcase|bag|briefcase|trunk|backpack|чемодан*|сумк*|портфел*|рюкзак*"),
        (SketchProp.Knife, "knife|dagger|sword|blade|axe|нож|ножа|ножом|кинжал*|меч|мечом|топор*|клинок|клинк*"),
    ];

    /// <summary>The light is out: said of a lamp, and what keeps a lighthouse from shining.</summary>
    private const string Dark = "unlit|stays dark|lamp is out|goes out|no light|dark lamp|lamp dark|погас*|не горит|темн* ламп*";

    /// <summary>The things a still life can be of.</summary>
    public const SketchProp Objects = SketchProp.Lamp | SketchProp.Book | SketchProp.Letter | SketchProp.Phone | SketchProp.Cup | SketchProp.Key
        | SketchProp.Gun | SketchProp.Clock | SketchProp.Screen | SketchProp.Bottle | SketchProp.Flower | SketchProp.Photo | SketchProp.Case
        | SketchProp.Knife;

    public static SketchProp In(Words words)
    {
        var props = words.Any(Dark) ? SketchProp.Unlit : SketchProp.None;
        foreach (var (prop, entries) in Table)
        {
            if (words.Any(entries))
                props |= prop;
        }
        return props;
    }
}
