using System.Buffers;
using System.Text;
using System.Text.Json;
using Director.Domain.Common;

namespace Director.Domain.Assets;

/// <summary>A value that was given (perhaps as null) or not mentioned at all, as JSON Merge Patch tells apart.</summary>
public readonly record struct Patch<T>(bool Given, T? Value)
{
    /// <summary>Not mentioned. Written out, because <c>condition ? default : value</c> would be a mentioned null.</summary>
    public static Patch<T> Unmentioned => default;

    /// <summary>Given.</summary>
    public static implicit operator Patch<T>(T? value) => new(true, value);
}

/// <summary>What a person may change about any asset. What is not mentioned stays.</summary>
public sealed record AssetChange
{
    /// <summary>The name.</summary>
    public Patch<string> Name { get; init; }
    /// <summary>The description.</summary>
    public Patch<string> Description { get; init; }
    /// <summary>The crew's own id.</summary>
    public Patch<string> ExternalId { get; init; }
    /// <summary>The crew's own data: merged, a null value removes its key.</summary>
    public Patch<IReadOnlyDictionary<string, string?>> Metadata { get; init; }
    /// <summary>The status.</summary>
    public Patch<string> Status { get; init; }
    /// <summary>The code; shots only.</summary>
    public Patch<string> Code { get; init; }
    /// <summary>The whole details, merged already.</summary>
    public Patch<AssetDetails> Details { get; init; }
    /// <summary>Favourite.</summary>
    public Patch<bool?> Favorite { get; init; }
    /// <summary>Stars.</summary>
    public Patch<int?> Rating { get; init; }
    /// <summary>Circled.</summary>
    public Patch<bool?> Circled { get; init; }
    /// <summary>Where it came from.</summary>
    public Patch<string> Source { get; init; }
}

public sealed partial class Asset
{
    private static readonly SearchValues<char> InCodes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>Changes what is mentioned, all or nothing.</summary>
    public Result<Done> Change(AssetChange change, Stamp stamp)
    {
        if (Check(change) is { } refused) return refused;
        var metadata = change.Metadata.Given ? MergeMetadata(change.Metadata.Value) : Metadata;
        if (metadata.Error is { } tooMuch) return tooMuch;

        var before = (Name, Description, ExternalId, Metadata, Status, Code, Favorite, Rating, Circled, Source, detailsJson);
        if (change.Name.Given) Name = change.Name.Value!.Trim();
        if (change.Description.Given) Description = Blank(change.Description.Value);
        if (change.ExternalId.Given) ExternalId = Blank(change.ExternalId.Value);
        Metadata = metadata.Value;
        if (change.Status.Given) Status = Blank(change.Status.Value);
        if (change.Code.Given) Code = change.Code.Value;
        if (change.Favorite.Given) Favorite = change.Favorite.Value ?? false;
        if (change.Rating.Given) Rating = change.Rating.Value;
        if (change.Circled.Given) Circled = change.Circled.Value ?? false;
        if (change.Source.Given) Source = Blank(change.Source.Value);
        if (change.Details.Given) Write(change.Details.Value!);
        if (before != (Name, Description, ExternalId, Metadata, Status, Code, Favorite, Rating, Circled, Source, detailsJson)) Changed(stamp);
        return Done.Ok;
    }

    /// <summary>Records what a review said; null takes it back.</summary>
    public Result<Done> Review(string? verdict, string? notes, Stamp stamp)
    {
        if (verdict is not null && !Assets.Verdict.All.Contains(verdict))
            return Error.Field("verdict", $"A verdict is one of {string.Join(", ", Assets.Verdict.All)}.");
        Verdict = verdict;
        if (notes is not null && Details is Types.ShotTakeDetails take)
        {
            var noted = take with { DirectorNotes = notes };
            if (noted.Faults is { Count: > 0 } faults) return Error.Of(faults);
            Write(noted);
        }

        Changed(stamp);
        return Done.Ok;
    }

    /// <summary>Notes that a person gave it other tags; they are rows of their own, but part of what is shown.</summary>
    public void Tagged(Stamp stamp) => Changed(stamp);

    /// <summary>Gives a shot its first code; the film's scheme decides which.</summary>
    public void AssignCode(string code) => Code = code;

    /// <summary>Remembers which part of an imported text it stands for.</summary>
    public void StandsFor(string? importKey) => ImportKey = importKey;

    /// <summary>Adds to what it cost. Machines settle costs, so the version stays.</summary>
    public void Costs(decimal amount, string currency) => (CostAmount, CostCurrency) = ((CostAmount ?? 0) + amount, currency);

    private Error? Check(AssetChange c)
    {
        if (c.Name.Given && CheckName(c.Name.Value) is { } name) return name;
        if (c.Description.Given && CheckText("description", c.Description.Value, AssetLimits.Description) is { } description) return description;
        if (c.ExternalId.Given && CheckText("externalId", c.ExternalId.Value, AssetLimits.ExternalId) is { } external) return external;
        if (c.Status.Given && CheckText("status", c.Status.Value, AssetLimits.Status) is { } status) return status;
        if (c.Source.Given && CheckText("source", c.Source.Value, AssetLimits.Source) is { } source) return source;
        if (c.Rating.Given && c.Rating.Value is < 0 or > AssetLimits.Rating) return Error.Field("rating", $"A rating is 0 to {AssetLimits.Rating} stars.");
        if (c.Details.Given && c.Details.Value is null) return Error.Field("details", "Details cannot be taken away.");
        if (!c.Code.Given) return null;
        if (!Type.Coded) return Error.Field("code", $"A {Type.Label.ToLowerInvariant()} has no code.");
        return string.IsNullOrWhiteSpace(c.Code.Value) ? Error.Field("code", "A shot needs a code.")
            : c.Code.Value.AsSpan().IndexOfAnyExcept(InCodes) >= 0
                ? Error.Field("code", "A code has letters, digits, dots, dashes and underscores.")
            : CheckText("code", c.Code.Value, AssetLimits.Code);
    }

    private Result<string> MergeMetadata(IReadOnlyDictionary<string, string?>? patch)
    {
        var merged = patch is null ? [] : JsonSerializer.Deserialize<SortedDictionary<string, string>>(Metadata)!;
        foreach (var (key, value) in patch ?? new Dictionary<string, string?>())
        {
            if (key.Contains('\0', StringComparison.Ordinal) || value?.Contains('\0', StringComparison.Ordinal) == true)
                return Error.Field("metadata", "metadata cannot contain a NUL character.");
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        var json = JsonSerializer.Serialize(merged);
        return Encoding.UTF8.GetByteCount(json) > AssetLimits.MetadataBytes
            ? Error.Field("metadata", $"metadata has at most {AssetLimits.MetadataBytes / 1024} kB.")
            : json;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
