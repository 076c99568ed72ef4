using Director.ClientGenerator;

// prepare <document> <folder>      writes what NSwag reads: <folder>/csharp.json and <folder>/typescript.json
// union   <document> <typescript>  makes the generated interfaces of a polymorphic schema a true union, in place
// words   <document> <csharp>      adds what NSwag leaves unsaid to System.Text.Json, in place
// place   <from> <to> …            puts finished files where they belong, touching only what differs
switch (args)
{
    case ["prepare", var document, var folder]:
        foreach (var language in Enum.GetValues<Language>())
            Files.Place(ForNSwag.Rewrite(File.ReadAllText(document), language), Path.Combine(folder, $"{language.ToString().ToLowerInvariant()}.json"));
        return 0;
    case ["union", var document, var script]:
        File.WriteAllText(script, Unions.Make(File.ReadAllText(script), File.ReadAllText(document)));
        return 0;
    case ["words", var document, var code]:
        File.WriteAllText(code, CSharpWords.Make(File.ReadAllText(code).ReplaceLineEndings("\n"), File.ReadAllText(document)));
        return 0;
    case ["place", .. var pairs] when pairs.Length % 2 == 0:
        foreach (var pair in pairs.Chunk(2)) Files.Place(File.ReadAllText(pair[0]), pair[1]);
        return 0;
    default:
        Console.Error.WriteLine("usage: prepare <document> <folder> | union <document> <typescript> | words <document> <csharp> | place <from> <to> …");
        return 2;
}
