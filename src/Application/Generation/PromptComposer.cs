using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Puts a prompt together from what the shot says. Deterministic: the same shot gives the same words.</summary>
internal static class PromptComposer
{
    /// <summary>Who it shows first (they must look the same in every shot), then what happens, then how the camera sees it, then the light.</summary>
    internal static string Compose(ShotBrief shot, string? own, string? feedback)
    {
        var parts = new List<string?>();
        parts.AddRange(shot.Cast.Select(c => c.ConsistencyPrompt ?? (c.Looks is null ? null : $"{c.Name}: {c.Looks}")));
        parts.Add(own ?? shot.Text);
        if (own is null)
        {
            parts.Add(Join(", ", shot.Size is null ? null : $"{shot.Size} shot", shot.Angle is null ? null : $"{shot.Angle} angle", shot.Movement is null ? null : $"camera {shot.Movement}", shot.Lens));
            parts.Add(Join(", ", shot.IntExt, shot.Location, shot.TimeOfDay));
            parts.Add(Join(", ", shot.Lighting, shot.Mood));
        }

        parts.Add(feedback);
        return Join(". ", [.. parts]) ?? "";
    }

    private static string? Join(string between, params string?[] parts)
    {
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim().TrimEnd('.')).ToList();
        return said.Count == 0 ? null : string.Join(between, said);
    }
}
