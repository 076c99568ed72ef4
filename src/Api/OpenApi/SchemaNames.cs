using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>
/// What a CLR type is called in the document: <c>AssetDto</c> is <c>Asset</c>, <c>CreateAssetCommand</c> and <c>MoveAssetBody</c> are
/// requests, <c>Page&lt;AssetDto&gt;</c> is <c>AssetPage</c>. Two types under one name would silently become one schema, so that is an error.
/// </summary>
internal sealed class SchemaNames
{
    private static readonly HashSet<string> OfDetails = [.. typeof(AssetType).Assembly.GetTypes().Where(t => t.Namespace == typeof(FilmDetails).Namespace).Select(t => t.Name)];

    private readonly ConcurrentDictionary<string, Type> taken = new(StringComparer.Ordinal);

    /// <summary>The name, or null for schemas that are written in place.</summary>
    internal string? Of(JsonTypeInfo info)
    {
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(info) is not { } usual) return null;
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var name = Named(type, usual);
        var first = taken.GetOrAdd(name, type);
        return first == type ? name
            : throw new InvalidOperationException($"{first} and {type} would both be called {name} in the API document. Rename one of them.");
    }

    private static string Named(Type type, string usual)
    {
        if (typeof(ProblemDetails).IsAssignableFrom(type)) return "Problem";
        if (type.IsGenericType && type.Name.StartsWith("Page`", StringComparison.Ordinal)) return Bare(type.GetGenericArguments()[0].Name) + "Page";
        return Bare(usual);
    }

    private static string Bare(string name)
    {
        // What details are made of has its name already.
        if (name.EndsWith("Dto", StringComparison.Ordinal)) return OfDetails.Contains(name[..^3]) ? name : name[..^3];

        foreach (var ending in (ReadOnlySpan<string>)["Command", "Query", "Body"])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal)) return name[..^ending.Length] + "Request";
        }

        return name;
    }
}
