using System.Text.Json;

namespace Director.Infrastructure.UnitTests.Interchange;

/// <summary>Holds a file against OTIO's schemas: every object has a schema, exactly its fields, of their types, and its references are whole.</summary>
internal static class OtioChecker
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Timeline.1"] = "name:s metadata:m global_start_time:RationalTime.1? tracks:Stack.1",
        ["Stack.1"] = "name:s metadata:m source_range:TimeRange.1? enabled:b effects:a markers:a children:a",
        ["Track.1"] = "name:s metadata:m source_range:TimeRange.1? enabled:b effects:a markers:a children:a kind:s",
        ["Clip.2"] = "name:s metadata:m source_range:TimeRange.1? enabled:b effects:a markers:a media_references:o active_media_reference_key:s",
        ["Gap.1"] = "name:s metadata:m source_range:TimeRange.1? enabled:b effects:a markers:a",
        ["Marker.2"] = "name:s metadata:m color:s comment:s marked_range:TimeRange.1",
        ["ExternalReference.1"] = "name:s metadata:m available_range:TimeRange.1? available_image_bounds:n target_url:s",
        ["MissingReference.1"] = "name:s metadata:m available_range:TimeRange.1? available_image_bounds:n",
        ["TimeRange.1"] = "start_time:RationalTime.1 duration:RationalTime.1",
        ["RationalTime.1"] = "rate:d value:d",
    };

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["Stack.1/children"] = ["Track.1"],
        ["Track.1/children"] = ["Clip.2", "Gap.1"],
    };

    public static void Check(JsonElement element, string? expected = null)
    {
        var schema = element.GetProperty("OTIO_SCHEMA").GetString()!;
        if (expected is not null) schema.Should().Be(expected);
        var fields = Fields[schema].Split(' ').Select(field => field.Split(':')).ToDictionary(field => field[0], field => field[1]);
        element.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(fields.Keys.Append("OTIO_SCHEMA"), schema);
        foreach (var (name, type) in fields) CheckField(schema, name, type, element.GetProperty(name));
        if (schema != "Clip.2") return;
        var references = element.GetProperty("media_references");
        references.TryGetProperty(element.GetProperty("active_media_reference_key").GetString()!, out _).Should().BeTrue("the active key names a reference");
        foreach (var reference in references.EnumerateObject())
        {
            reference.Value.GetProperty("OTIO_SCHEMA").GetString().Should().BeOneOf("ExternalReference.1", "MissingReference.1");
            Check(reference.Value);
        }
    }

    private static void CheckField(string schema, string name, string type, JsonElement value)
    {
        switch (type)
        {
            case "s":
                value.ValueKind.Should().Be(JsonValueKind.String, name);
                break;
            case "b":
                value.ValueKind.Should().BeOneOf(JsonValueKind.True, JsonValueKind.False);
                break;
            case "d":
                double.IsFinite(value.GetDouble()).Should().BeTrue();
                break;
            case "n":
                value.ValueKind.Should().Be(JsonValueKind.Null, name);
                break;
            case "m" or "o":
                value.ValueKind.Should().Be(JsonValueKind.Object, name);
                break;
            case "a":
                foreach (var child in value.EnumerateArray())
                {
                    if (name == "markers") Check(child, "Marker.2");
                    else if (name == "children") child.GetProperty("OTIO_SCHEMA").GetString().Should().BeOneOf(Children[$"{schema}/{name}"]);
                    if (name == "children") Check(child);
                }

                break;
            default:
                if (value.ValueKind == JsonValueKind.Null) type.Should().EndWith("?");
                else Check(value, type.TrimEnd('?'));
                break;
        }
    }
}
