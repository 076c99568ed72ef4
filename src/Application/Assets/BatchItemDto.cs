using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>What became of one item of a batch: either the asset or the refusal.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Asset">The asset as it is now.</param>
/// <param name="Error">Why this item was refused; the others are not touched by that.</param>
public sealed record BatchItemDto(int Index, AssetDto? Asset, Error? Error);

/// <summary>Refusals of a batch as a whole.</summary>
internal static class BatchErrors
{
    internal static readonly Error TooMany = Error.Field("items", $"A batch has at most {AssetLimits.Batch} items.", "batch.tooMany", ErrorKind.TooLarge);
    internal static readonly Error Empty = Error.Field("items", "A batch has at least one item.", "batch.empty");
}
