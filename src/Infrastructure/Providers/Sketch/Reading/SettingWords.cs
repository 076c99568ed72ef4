namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>The words by which a place is recognised, English and Russian. Earlier rows win ties: the special before the general.</summary>
internal static class SettingWords
{
    public static readonly (SketchSetting Setting, bool Interior, string Entries)[] Table =
    [
        (SketchSetting.LanternRoom, true,
            "lantern room|lamp room|fresnel|the lens turns|great lens|lighthouse lens|фонарн* комнат*|линз* маяка|линза вращ*"),
        (SketchSetting.Gallery, false, "lighthouse gallery|gallery rail|lantern gallery|on the gallery|галере* маяка|маячн* галере*"),
        (SketchSetting.Stair, true, "stair|staircase|stairwell|stairway|spiral|steps up|лестниц*|ступен*"),
        (SketchSetting.Harbour, false,
            "harbour|harbor|quay|pier|dock|wharf|marina|jetty|mooring|порт|порту|порта|гаван*|причал*|пристан*|набережн*"),
        (SketchSetting.Beach, false, "beach|dune|shoreline|пляж*|дюн*"),
        (SketchSetting.OpenSea, false, "open sea|ocean|high seas|on deck|aboard|at sea|mid ocean|океан*|открыт* мор*|палуб*"),
        (SketchSetting.Coast, false, "sea|coast|cliff|shore|lighthouse|island|bay|skiff|the light|headland|мор*|берег*|маяк*|остров*|скал*|бухт*|залив*|шлюпк*|лодк*|ялик*"),
        (SketchSetting.Platform, false,
            "railway|train station|station platform|platform|rail yard|railroad|tracks|вокзал*|перрон*|платформ*|железн* дорог*|рельс*"),
        (SketchSetting.Graveyard, false, "graveyard|cemetery|grave|tomb|tombstone|funeral|кладбищ*|могил*|похорон*|надгроби*"),
        (SketchSetting.Ruins, false, "ruin|castle|fortress|temple|tower|palace|battlement|citadel|замок|замка|замке|руин*|крепост*|дворец|дворц*|храм*|развалин*|башн*"),
        (SketchSetting.Space, false, "outer space|orbit|asteroid|planet|moon surface|lunar|mars|galaxy|космос*|орбит*|астероид*|планет*|лун* поверхност*"),
        (SketchSetting.Roofs, false, "rooftop|roof|skyline|fire escape|крыш*"),
        (SketchSetting.Square, false, "square|plaza|village|market|town|bazaar|carnival|circus|площад*|деревн*|деревен*|рын*|базар*|ярмарк*|цирк*|село|селе|села|поселк*"),
        (SketchSetting.Street, false, "street|city|alley|avenue|sidewalk|downtown|pavement|crosswalk|intersection|boulevard|улиц*|город*|переул*|проспект*|тротуар*|квартал*"),
        (SketchSetting.Road, false, "road|highway|freeway|roadside|motel|gas station|petrol station|parking lot|car park|шоссе|дорог*|трасс*|обочин*|заправк*|парковк*"),
        (SketchSetting.Forest, false, "forest|wood|woods|jungle|trail|clearing|swamp|grove|лес|леса|лесу|лесн*|чащ*|джунгл*|тайг*|болот*|рощ*|опушк*"),
        (SketchSetting.Mountains, false,
            "mountain|valley|peak|canyon|summit|ridge|mountain pass|gorge|гор|горы|горах|гора|горе|горн*|долин*|ущель*|вершин*|перевал*|каньон*"),
        (SketchSetting.Desert, false, "desert|sand|sahara|oasis|badlands|wasteland|пустын*|песк*|барханы|бархан*"),
        (SketchSetting.River, false, "river|bridge|lake|canal|stream|creek|pond|waterfall|рек|река|реки|реке|реку|речк*|мост*|озер*|канал*|руч*|пруд*|водопад*"),
        (SketchSetting.Snowfield, false, "tundra|arctic|glacier|ice field|snowfield|тундр*|арктик*|ледник*|снежн* пол*"),
        (SketchSetting.Park, false, "park|garden|orchard|lawn|bench|playground|meadow|cornfield path|парк*|сад|саду|сада|скамей*|скамь*|лужай*|площадк*"),
        (SketchSetting.Field, false, "field|farm|prairie|steppe|plain|battlefield|trench|hill|hillside|countryside|pasture|river bank|поле|поля|полю|полем|полях|ферм*|степ*|холм*|луг|лугу|луга|окоп*"),
        (SketchSetting.Yard, false, "yard|backyard|courtyard|driveway|porch|front lawn|house|cottage|cabin|barn|farmhouse|двор|дворе|двора|крыльц*|хутор*|дач*|изб*|сара*"),
        (SketchSetting.Vehicle, true, "car|taxi|cab|truck|van|bus|cockpit|train compartment|carriage|машин*|такси|автобус*|автомобил*|кабин*|вагон*|купе"),
        (SketchSetting.Hospital, true,
            "hospital|ward|clinic|surgery|operating room|morgue|infirmary|больниц*|палат*|клиник*|операционн*|морг*"),
        (SketchSetting.Classroom, true, "classroom|school|lecture|auditorium|класс|классе|школ*|аудитори*|урок*"),
        (SketchSetting.Kitchen, true, "kitchen|stove|кухн*|плит*"),
        (SketchSetting.Bedroom, true, "bedroom|bed|hotel room|motel room|dormitory|спальн*|кроват*|постел*|номер отел*"),
        (SketchSetting.Office, true, "office|desk|newsroom|police station|precinct|study|bank|meeting room|boardroom|архив|офис*|кабинет*|контор*|участ*|редакци*|банк*"),
        (SketchSetting.Library, true, "library|archive|bookshop|bookstore|библиотек*|архив*|книжн*"),
        (SketchSetting.Bar, true, "bar|pub|tavern|saloon|restaurant|cafe|diner|nightclub|club|inn|бар|баре|бара|кафе|ресторан*|трактир*|таверн*|кабак*|клуб*|столов*"),
        (SketchSetting.Church, true, "church|cathedral|chapel|altar|monastery|nave|церк*|собор*|часовн*|алтар*|монастыр*"),
        (SketchSetting.Theatre, true, "theatre|theater|stage|cinema|backstage|concert|opera|spotlight|театр*|сцен*|кинотеатр*|концерт*|кулис*"),
        (SketchSetting.ControlRoom, true,
            "control room|bridge of the ship|spaceship|starship|spacecraft|laboratory|lab|server room|airlock|космическ* корабл*|лаборатори*|пульт*|рубк*|звездолет*"),
        (SketchSetting.Shop, true, "shop|store|supermarket|pharmacy|bakery|магазин*|лавк*|аптек*|супермаркет*"),
        (SketchSetting.Warehouse, true,
            "warehouse|factory|garage|hangar|workshop|barn interior|mill|basement|cellar|attic|boiler|склад*|завод*|фабрик*|гараж*|ангар*|мастерск*|подвал*|чердак*|цех*"),
        (SketchSetting.Cell, true, "prison|jail|cell|dungeon|interrogation|тюрьм*|тюремн* камер*|темниц*|допрос*"),
        (SketchSetting.Cave, true, "cave|tunnel|mineshaft|coal mine|cavern|sewer|пещер*|тоннел*|туннел*|шахт*|грот*"),
        (SketchSetting.Corridor, true, "corridor|hallway|hall|passage|lobby|elevator|коридор*|холл*|вестибюл*|прихож*|лифт*"),
        (SketchSetting.Room, true, "room|apartment|flat|living room|parlour|parlor|dining|house|home|cottage|cabin|tent|комнат*|квартир*|гостин*|дом|доме|дома|хижин*|изб*|палатк*"),
    ];

    /// <summary>What an outdoor place is indoors.</summary>
    public static SketchSetting Inside(SketchSetting setting) => setting switch
    {
        SketchSetting.Gallery => SketchSetting.LanternRoom,
        SketchSetting.Road => SketchSetting.Vehicle,
        SketchSetting.Platform => SketchSetting.Corridor,
        SketchSetting.Ruins => SketchSetting.Church,
        SketchSetting.Space => SketchSetting.ControlRoom,
        SketchSetting.Mountains => SketchSetting.Cave,
        < SketchSetting.Room => SketchSetting.Room,
        _ => setting,
    };

    /// <summary>What an indoor place is from outside.</summary>
    public static SketchSetting Outside(SketchSetting setting) => setting switch
    {
        SketchSetting.LanternRoom => SketchSetting.Gallery,
        SketchSetting.Room or SketchSetting.Bedroom or SketchSetting.Kitchen => SketchSetting.Yard,
        SketchSetting.Vehicle => SketchSetting.Road,
        SketchSetting.Church => SketchSetting.Square,
        SketchSetting.Cave => SketchSetting.Mountains,
        SketchSetting.Stair or SketchSetting.Cell => SketchSetting.Ruins,
        SketchSetting.ControlRoom => SketchSetting.Space,
        >= SketchSetting.Room => SketchSetting.Street,
        _ => setting,
    };
}
