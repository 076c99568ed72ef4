namespace Director.ClientGenerator;

/// <summary>Writes generated files: with line feeds, only when they differ, and whole or not at all, since two builds may run at once.</summary>
internal static class Files
{
    /// <summary>What NSwag's templates say to NSwag's authors.</summary>
    private const string GeneratorsOwnNote = "// TODO(system.text.json)";

    internal static void Place(string text, string path)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Where(l => !l.Contains(GeneratorsOwnNote, StringComparison.Ordinal)).Select(l => l.TrimEnd());
        var wanted = string.Join('\n', lines).TrimEnd() + "\n";
        if (File.Exists(path) && File.ReadAllText(path) == wanted) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, wanted);
        File.Move(temporary, path, overwrite: true);
    }
}
