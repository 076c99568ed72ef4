using System.Text;

namespace Director.Benchmarks.Cases;

/// <summary>Writes a screenplay of any length in Fountain: nothing happens in it, at the pace of a feature film.</summary>
internal static class LongScript
{
    /// <summary>A page of a printed screenplay.</summary>
    private const int LinesPerPage = 55;

    private static readonly string[] Places = ["QUAY", "FERRY DECK", "ENGINE ROOM", "HARBOUR OFFICE", "LIGHTHOUSE", "CANTEEN", "BREAKWATER", "CABIN", "CAR DECK", "TICKET HALL"];
    private static readonly string[] Times = ["DAY", "NIGHT", "DAWN", "DUSK"];
    private static readonly string[] People = ["MIRA", "TOLLER", "ENGINEER", "ANSELM", "THE HARBOUR MASTER", "OLD PETRA", "JON", "LISE", "THE COOK", "A SAILOR", "VERA", "PILOT"];
    private static readonly string[] Verbs = ["watches", "crosses to", "turns from", "leans over", "walks along", "waits beside", "points at", "runs past"];
    private static readonly string[] Things = ["the rail", "a coil of wet rope", "the lamp", "an open hatch", "the chart table", "a row of empty chairs", "the window", "the gangway"];
    private static readonly string[] Lines =
    [
        "It was here when we left.", "You said the tide would hold until morning.", "Nobody takes the last ferry twice.", "Count them again.",
        "I heard it too, under the floor, like somebody walking.", "Give me the lamp and stay behind me.", "There is no other way round.", "Then we wait.",
    ];

    /// <summary>So many pages of it.</summary>
    internal static string Write(int pages)
    {
        var text = new StringBuilder("Title: The Last Ferry\nAuthor: Nobody\n\n");
        var lines = 0;
        for (var scene = 0; lines < pages * LinesPerPage; scene++)
        {
            Add($"{(scene % 3 == 0 ? "EXT." : "INT.")} {Places[scene * 7 % Places.Length]} - {Times[scene * 5 % Times.Length]}");
            for (var beat = 0; beat < 4 + (scene % 3); beat++)
            {
                var n = (scene * 11) + beat;
                var who = People[n % People.Length];
                Add($"{Name(who)} {Verbs[n % Verbs.Length]} {Things[n * 3 % Things.Length]}. The water moves below, black and slow, and takes the light with it.");
                if (beat % 4 == 3) continue;
                Add($"{who}\n{(n % 5 == 0 ? "(quietly)\n" : "")}{Lines[n * 5 % Lines.Length]} {Lines[((n * 3) + 1) % Lines.Length]}");
                Add($"{People[(n + 5) % People.Length]}\n{Lines[(n + 2) % Lines.Length]}");
            }
        }

        return text.ToString();

        void Add(string paragraph)
        {
            text.Append(paragraph).Append("\n\n");
            // Printed, an action line holds 60 characters and a line of dialogue 35.
            lines += 1 + paragraph.Split('\n').Sum(line => 1 + (line.Length / 60));
        }
    }

    private static string Name(string cue) => string.Join(' ', cue.Split(' ').Select(word => word[0] + word[1..].ToLowerInvariant()));
}
