using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>How a person looks: from the attributes in words, the rest from the name, so that a name looks the same everywhere.</summary>
internal sealed record Look(
    SKColor Coat, SKColor HairColour, Hair Hair, Hat Hat, SKColor HatColour, Beard Beard, Garment Garment, Build Build, bool Old,
        bool Glasses,
    float Tan, float Nose, float Chin, float Jaw)
{
    private static readonly (string Entries, uint Colour)[] HairColours =
    [
        ("blond|blonde|fair hair|golden hair|светловол*|блондин*|русы*", 0xb89a5e), ("redhead|red hair|ginger|auburn|рыж*", 0x8a4a2a),
        ("grey|gray|white hair|silver|grey haired|седой|седая|сед*", 0xb9b4aa),
            ("black hair|dark hair|raven|черноволос*|брюнет*|темноволос*", 0x25201f),
        ("brown hair|brunette|chestnut|шатен*|каштан*", 0x4a3226),
    ];

    private static readonly (string Entries, uint Colour)[] HatColours =
    [
        ("red knit|red cap|red hat|red beanie|красн* шапк*|красн* вязан*", 0x7c3b33),
            ("blue cap|blue hat|navy|син* фуражк*|син* шапк*", 0x222a36),
        ("green cap|green hat|зелен* шапк*", 0x47573f), ("black hat|black cap|черн* шляп*|черн* шапк*", 0x2a2829),
    ];

    /// <summary>Shoulder width against a grown man's.</summary>
    public float Breadth => Build switch { Build.Woman => .86f, Build.Child => .74f, _ => 1f };

    /// <summary>Height in metres.</summary>
    public float Height => Build switch { Build.Woman => 1.68f, Build.Child => 1.25f, _ => 1.78f };

    public SKColor CoatDark => Coat.To(SKColors.Black, .5f);

    public static Look Of(SketchCastMember member)
    {
        var dice = Dice.For(3, SketchCast.Normalise(member.Name));
        var words = new Words($"{member.Attributes}\n{member.Name}");
        var woman = words.Any("woman|girl|female|she|lady|mother|queen|actress|wife|nurse|bun|dress|bob|ponytail|женщин*|девушк*|девочк*|она|мать|жена|пучок|плать*|княгин*");
        var man = words.Any("man|boy|male|he|sir|father|king|gentleman|beard|bearded|moustache|mustache|master|мужчин*|мальчик*|он|отец|муж|борода*|усы|усат*|старик*|дед*");
        var guess = Ending(member.Name) ?? dice.Chance(.5f);
        var child = words.Any("child|boy|girl|kid|teen|ребен*|мальчик*|девочк*|подрост*");
        var build = child ? Build.Child : woman || (!man && guess) ? Build.Woman : Build.Man;
        var old = words.Any("old|elderly|grandmother|grandfather|aged|wrinkled|старик*|старух*|стар*|пожил*|седой|дед*|бабушк*");
        var female = build == Build.Woman || (child && (woman || (!man && guess)));
        var hair = HairOf(words) ?? (female ? dice.Pick(Hair.Bun, Hair.Long, Hair.Bob, Hair.Tail, Hair.Curly, Hair.Long)
            : dice.Pick(Hair.Short, Hair.Short, Hair.Short, Hair.Curly, Hair.Bald));
        var tone = ColourIn(HairColours, words) ?? (old ? 0xb9b4aa
            : dice.Pick<uint>(0x4a3226, 0x2b2422, 0x6b4a2e, 0x8c6a3e, 0x7a4326, 0x3a2c26));
        var beard = female || child ? Beard.None : BeardOf(words) ?? dice.Pick(Beard.None, Beard.None, Beard.None, Beard.Short, Beard.Full,
            Beard.Moustache);
        var hat = HatOf(words) ?? (dice.Chance(female ? .12f : .3f) ? female ? Hat.Scarf : dice.Pick(Hat.Brim, Hat.Flat, Hat.Knit)
            : Hat.None);
        // A hat presses curls flat.
        if (hat != Hat.None && hair == Hair.Curly)
            hair = female ? Hair.Bob : Hair.Short;
        var coat = SketchCast.Colour(member);
        var hatColour = ColourIn(HatColours, words) is { } named ? Tint.Hex(named)
            : hat == Hat.Peaked ? Tint.Hex(0x222a36) : hat == Hat.Helmet ? Tint.Hex(0x6e7468)
                : coat.To(Tint.Hex(dice.Pick<uint>(0x3a2c26, 0x2b3340, 0x5a4a38)), .7f);
        var garment = GarmentOf(words) ?? (female ? dice.Pick(Garment.Dress, Garment.Coat, Garment.Jumper, Garment.Hooded)
            : dice.Pick(Garment.Coat, Garment.Jumper, Garment.Suit, Garment.Coat));
        var tan = words.Any("black man|black woman|dark skin|dark skinned|african|темнокож*|смугл*") ? .62f
            : words.Any("pale|fair skin|бледн*") ? 0 : dice.Pick(0f, .05f, .12f, .22f, .35f, .55f);
        return new Look(coat, Tint.Hex(tone), hair, hat, hatColour, beard, garment, build, old,
            words.Any("glasses|spectacles|очки|очках|очками") || (words.IsEmpty && dice.Chance(.1f)), tan,
            dice.Jitter(1), dice.Jitter(1), dice.Jitter(1));
    }

    /// <summary>A first guess from how names end: Mira, Анна against Oleg, Пётр. Null where the ending says nothing.</summary>
    private static bool? Ending(string? name)
    {
        var first = SketchCast.Normalise((name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(w => w.Length > 2 && !w.Equals("the", StringComparison.OrdinalIgnoreCase)));
        return first.Length == 0 ? null : first[^1] is 'a' or 'а' or 'я' ? true
            : first[^1] is 'o' or 'd' or 'k' or 'g' or 'м' or 'р' or 'г' or 'й' or 'н' ? false : null;
    }

    private static uint? ColourIn((string Entries, uint Colour)[] table, Words words)
    {
        foreach (var (entries, colour) in table)
        {
            if (words.Any(entries))
                return colour;
        }
        return null;
    }

    private static Hair? HairOf(Words words) =>
        words.Any("bun|chignon|пучок|пучком") ? Figures.Hair.Bun
        : words.Any("bald|shaved|лыс*") ? Figures.Hair.Bald
        : words.Any("ponytail|braid|хвост*|коса|косой") ? Figures.Hair.Tail
        : words.Any("bob|каре") ? Figures.Hair.Bob
        : words.Any("long hair|длинн* волос*|длинноволос*") ? Figures.Hair.Long
        : words.Any("curly|curls|afro|кудр*|кудряв*") ? Figures.Hair.Curly
        : words.Any("short hair|crew cut|коротк* стриж*|коротк* волос*") ? Figures.Hair.Short : null;

    private static Hat? HatOf(Words words) =>
        words.Any("no hat|bareheaded|без шапки|без головного убора") ? Figures.Hat.None
        : words.Any("peaked cap|officer cap|captain|policeman|harbour master|фуражк*|капитан*") ? Figures.Hat.Peaked
        : words.Any("knit cap|knitted cap|beanie|wool cap|watch cap|вязан* шапк*|шапк*") ? Figures.Hat.Knit
        : words.Any("helmet|soldier|astronaut|fireman|шлем*|каск*|солдат*") ? Figures.Hat.Helmet
        : words.Any("flat cap|newsboy|кепк*") ? Figures.Hat.Flat
        : words.Any("headscarf|shawl|kerchief|hijab|платок|платк*|косынк*") ? Figures.Hat.Scarf
        : words.Any("hat|fedora|stetson|cowboy|detective|шляп*|ковбо*") ? Figures.Hat.Brim
        : words.Any("bun|long hair|bald|curly|ponytail|hair|пучок|лыс*|кудр*|волос*") ? Figures.Hat.None : null;

    private static Beard? BeardOf(Words words) =>
        words.Any("clean shaven|no beard|без бороды") ? Figures.Beard.None
        : words.Any("moustache|mustache|усы|усат*|с усами") ? Figures.Beard.Moustache
        : words.Any("stubble|goatee|щетин*") ? Figures.Beard.Short
        : words.Any("beard|bearded|борода|бородой|бородат*") ? Figures.Beard.Full : null;

    private static Garment? GarmentOf(Words words) =>
        words.Any("oilskin|hood|hoodie|anorak|parka|raincoat|плащ*|капюшон*|куртк*") ? Figures.Garment.Hooded
        : words.Any("uniform|buttons|captain|officer|policeman|soldier|harbour master|мундир*|форм*|шинел*") ? Figures.Garment.Uniform
        : words.Any("jumper|sweater|roll neck|rollneck|turtleneck|pullover|свитер*|водолазк*") ? Figures.Garment.Jumper
        : words.Any("suit|tie|jacket|businessman|lawyer|detective|костюм*|пиджак*") ? Figures.Garment.Suit
        : words.Any("dress|gown|skirt|плать*|юбк*") ? Figures.Garment.Dress
        : words.Any("coat|пальто") ? Figures.Garment.Coat : null;
}
