namespace Director.Domain.Assets.Types;

/// <summary>What keeps a location, a prop or a style looking the same in every picture: what was written for prompts, else for people, and the colours.</summary>
internal static class ThingPrompt
{
    internal static string? Of(string name, string? prompt, string? description, List<string>? palette)
    {
        var words = string.IsNullOrWhiteSpace(prompt) ? description : prompt;
        var said = new[] { words, palette is { Count: > 0 } ? $"colours {string.Join(", ", palette)}" : null }
            .Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim().TrimEnd('.')).ToList();
        return said.Count == 0 ? null : $"{name}: {string.Join(", ", said)}";
    }
}
