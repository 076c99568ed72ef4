using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets;

/// <summary>
/// Describes one type of asset: its name on the wire, where it may live, what it may refer to, and how its details are read.
/// A new type is one file that holds its details and its descriptor; <see cref="AssetTypes"/> finds it.
/// </summary>
public abstract class AssetType
{
    /// <summary>The property that names the type within the details' JSON.</summary>
    public const string Discriminator = "type";

    private protected static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>As <see cref="Json"/>, but what was stored has been checked: the discriminator beside the details is passed over.</summary>
    private protected static readonly JsonSerializerOptions Stored = new(Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The stable name on the wire and in the database, such as <c>shot_take</c>.</summary>
    public abstract string Slug { get; }

    /// <summary>What people call it.</summary>
    public abstract string Label { get; }

    /// <summary>Ancestors first: rows are locked in this order, so that two commands never wait for each other in a circle.</summary>
    public abstract int Level { get; }

    /// <summary>The types it may be owned by. Empty: it stands on its own in the workspace.</summary>
    public virtual IReadOnlySet<string> AllowedParents => new HashSet<string>();

    /// <summary>Whether it may stand without a parent.</summary>
    public virtual bool MayStandAlone => true;

    /// <summary>What it may link to, as the parent end of a relationship: kind → the types at the child end.</summary>
    public virtual IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } =
        new Dictionary<RelationshipKind, IReadOnlySet<string>>();

    /// <summary>Whether its owner numbers it, for ever (takes).</summary>
    public virtual bool Numbered => false;

    /// <summary>Whether it carries a code that is unique in its film (shots).</summary>
    public virtual bool Coded => false;

    /// <summary>Whether bytes can be put on it directly.</summary>
    public virtual bool HoldsMedia => false;

    /// <summary>Whether reference images can be made of it, the picked one of which is its key image.</summary>
    public virtual bool HasReferenceImages => false;

    /// <summary>The details that nothing is made from, such as how long a shot runs: changing them makes no take stale.</summary>
    public virtual IReadOnlyList<string> NotMadeFrom => [];

    /// <summary>Whether it can leave its parent for another one.</summary>
    public virtual bool Movable => true;

    /// <summary>The version of the details' shape that this build writes.</summary>
    public virtual int DetailsVersion => 1;

    /// <summary>The CLR type of the details, for JSON and the API document.</summary>
    public abstract Type DetailsType { get; }

    /// <summary>Turns stored details of an older version into this build's shape.</summary>
    protected virtual JsonObject Upcast(JsonObject stored, int version) => stored;

    /// <summary>Reads details from a request: refuses with the path of the field that does not fit.</summary>
    public abstract Result<AssetDetails> Read(JsonElement details);

    /// <summary>Reads details that were stored by this or an earlier build.</summary>
    public abstract AssetDetails ReadStored(string json, int version);

    /// <summary>Writes details for storage, the discriminator first.</summary>
    public abstract string Write(AssetDetails details);

    /// <summary>How details are written as JSON; for describing their shape.</summary>
    public static JsonSerializerOptions SchemaOptions() => new(Json) { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    /// <inheritdoc />
    public sealed override string ToString() => Slug;
}

/// <summary>The descriptor of the asset type whose details are <typeparamref name="TDetails"/>.</summary>
public abstract class AssetType<TDetails> : AssetType where TDetails : AssetDetails
{
    /// <inheritdoc />
    public sealed override Type DetailsType => typeof(TDetails);

    /// <inheritdoc />
    public sealed override Result<AssetDetails> Read(JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.Object)
            return Error.Field("details", $"details must be an object, not {details.ValueKind.ToString().ToLowerInvariant()}.", AssetErrors.DetailsInvalid);
        if (details.TryGetProperty(Discriminator, out var said) && (said.ValueKind != JsonValueKind.String || said.GetString() != Slug))
            return Error.Field("details.type", $"details.type must be \"{Slug}\", as the asset's type, or be left out.", AssetErrors.DetailsInvalid);

        if (NulIn(details, "details") is { } unstorable) return Error.Field(unstorable, $"{unstorable} contains a NUL character.", AssetErrors.DetailsInvalid);

        TDetails? read;
        try
        {
            var bare = JsonObject.Create(details)!;
            bare.Remove(Discriminator);
            read = bare.Deserialize<TDetails>(Json);
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 2 } p ? "details" + p[1..] : "details";
            return Error.Field(path, Explain(e, path), AssetErrors.DetailsInvalid);
        }
        catch (ArgumentException e)
        {
            // The same property twice.
            return Error.Field("details", e.Message, AssetErrors.DetailsInvalid);
        }

        var faults = read!.Faults;
        return faults.Count == 0 ? read : Error.Of(faults, AssetErrors.DetailsInvalid).Below("details");
    }

    /// <inheritdoc />
    public sealed override AssetDetails ReadStored(string json, int version)
    {
        if (version >= DetailsVersion) return JsonSerializer.Deserialize<TDetails>(json, Stored)!;
        var stored = JsonNode.Parse(json)!.AsObject();
        stored.Remove(Discriminator);
        return Upcast(stored, version).Deserialize<TDetails>(Stored)!;
    }

    /// <inheritdoc />
    public sealed override string Write(AssetDetails details)
    {
        var bare = JsonSerializer.SerializeToNode((TDetails)details, Json)!.AsObject();
        var whole = new JsonObject { [Discriminator] = Slug };
        foreach (var (name, value) in bare.ToArray())
        {
            bare.Remove(name);
            whole[name] = value;
        }

        return whole.ToJsonString(Json);
    }

    /// <summary>Where a NUL character stands, which no database stores: in a text, in a list, or in a name of a field.</summary>
    private static string? NulIn(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Contains('\0', StringComparison.Ordinal) ? path : null,
        JsonValueKind.Array => value.EnumerateArray().Select((item, i) => NulIn(item, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
        JsonValueKind.Object => value.EnumerateObject().Select(f => f.Name.Contains('\0', StringComparison.Ordinal) ? path : NulIn(f.Value, $"{path}.{f.Name}")).FirstOrDefault(p => p is not null),
        _ => null,
    };

    private static string Explain(JsonException e, string path) =>
        e.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"{path} is not a field of these details."
        : e.Message.Contains("missing required", StringComparison.Ordinal) ? $"{path}: {e.Message.Split(':')[^1].Trim(' ', '.', '\'')} is required."
        : $"{path} has a value of the wrong type.";
}
