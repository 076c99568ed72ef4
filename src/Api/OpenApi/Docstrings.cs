using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace Director.Api.OpenApi;

/// <summary>
/// The summaries of types, read from the documentation files beside the assemblies. Schemas get theirs from the framework; operations
/// have no documented method of their own, they speak with their use case's words.
/// </summary>
internal sealed class Docstrings
{
    private readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> read = new();

    /// <summary>The type's summary as one line; null when it has none.</summary>
    internal string? Summary(Type type) =>
        read.GetOrAdd(type.Assembly, Read).TryGetValue("T:" + type.FullName, out var summary) ? summary : null;

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Text(XElement summary)
    {
        var words = summary.Nodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => target.Value.Split('.', ':')[^1],
            XElement other => other.Value,
            _ => "",
        });
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
