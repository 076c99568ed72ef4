using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Puts prompts together from what a shot, or the subject of a reference image, says. Deterministic: the same words in give the same words out.</summary>
internal static class PromptComposer
{
    /// <summary>What a shot's prompt is.</summary>
    internal static string Compose(ShotBrief shot, string? own, string? feedback) => Whole(Parts(shot, own, feedback));

    /// <summary>The parts as one text.</summary>
    internal static string Whole(IEnumerable<PromptPartDto> parts) => Join(". ", [.. parts.Select(p => p.Text)]) ?? "";

    /// <summary>Who and what it shows first (they must look the same in every shot), then what happens, then how the camera sees it, the place, the light, and the style.</summary>
    internal static IEnumerable<PromptPartDto> Parts(ShotBrief shot, string? own, string? feedback)
    {
        var parts = new List<(string Role, Guid? Asset, string? Text)>();
        parts.AddRange(shot.Cast.Select(c => ("character", (Guid?)c.AssetId, c.ConsistencyPrompt ?? (c.Looks is null ? null : $"{c.Name}: {c.Looks}"))));
        parts.AddRange(shot.Looks.Where(l => !IsStyle(l)).Select(l => (l.Role, (Guid?)l.AssetId, l.Prompt)));
        parts.Add(own is null ? ("text", null, shot.Text) : ("prompt", null, own));
        if (own is null)
        {
            parts.Add(("camera", null, Join(", ", shot.Size is null ? null : $"{shot.Size} shot", shot.Angle is null ? null : $"{shot.Angle} angle", shot.Movement is null ? null : $"camera {shot.Movement}", shot.Lens)));
            parts.Add(("place", null, Join(", ", shot.IntExt, shot.Location, shot.TimeOfDay)));
            parts.Add(("light", null, Join(", ", shot.Lighting, shot.Mood)));
        }

        parts.AddRange(shot.Looks.Where(IsStyle).Select(l => (l.Role, (Guid?)l.AssetId, l.Prompt)));
        parts.Add(("feedback", null, feedback));
        return parts.Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => new PromptPartDto(p.Role, p.Asset, p.Text!.Trim().TrimEnd('.')));
    }

    /// <summary>What a reference image's prompt is: the words that keep its subject the same, then what is asked for this time.</summary>
    internal static string Portrait(ShotBrief brief, string? own) =>
        Join(". ", brief.Subject?.Looks ?? brief.Subject?.Name, string.IsNullOrWhiteSpace(own) ? "Reference image on a plain background, even light" : own) ?? "";

    private static bool IsStyle(LookReference look) => look.Role == "style";

    private static string? Join(string between, params string?[] parts)
    {
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim().TrimEnd('.')).ToList();
        return said.Count == 0 ? null : string.Join(between, said);
    }
}
