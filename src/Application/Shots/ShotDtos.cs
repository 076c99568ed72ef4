using System.Diagnostics.CodeAnalysis;
using Director.Application.Assets;
using Director.Application.Films;
using Director.Domain.Assets;

namespace Director.Application.Shots;

/// <summary>A shot with what surrounds it.</summary>
public sealed record ShotDto : AssetDto
{
    /// <summary>The shot itself.</summary>
    [SetsRequiredMembers]
    public ShotDto(AssetDto shot) : base(shot)
    {
    }

    /// <summary>The film.</summary>
    public Guid FilmId => RootId;
    /// <summary>The scene; null for a shot without one.</summary>
    public Guid? SceneId { get; init; }
    /// <summary>The take that is in the film.</summary>
    public SelectedTakeDto? SelectedTake { get; init; }
    /// <summary>Generations queued or running.</summary>
    public int PendingCount { get; init; }
    /// <summary>What it is made with, in order of kind and sequence.</summary>
    public IReadOnlyList<ShotLinkDto> Links { get; init; } = [];
}

/// <summary>Something a shot is made with.</summary>
/// <param name="Kind">uses_character, uses_audio…</param>
/// <param name="Id">The other asset.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sequence">Order among links of the kind; the layer of audio.</param>
public sealed record ShotLinkDto(string Kind, Guid Id, string Type, string Name, int Sequence);

/// <summary>A sound under a shot.</summary>
/// <param name="ShotId">The shot.</param>
/// <param name="Layer">0 is the lowest.</param>
/// <param name="Audio">The audio asset.</param>
public sealed record ShotAudioDto(Guid ShotId, int Layer, AssetDto Audio);

/// <summary>Reads shots for showing.</summary>
public interface IShotReader
{
    /// <summary>One live shot; null when there is none.</summary>
    Task<ShotDto?> ShotAsync(AssetId id, CancellationToken ct);

    /// <summary>What sounds under a film's shots, in layers.</summary>
    Task<IReadOnlyList<ShotAudioDto>> AudioAsync(AssetId film, CancellationToken ct);

    /// <summary>A shot's live takes in order of number.</summary>
    Task<IReadOnlyList<AssetDto>> TakesAsync(AssetId shot, CancellationToken ct);
}
