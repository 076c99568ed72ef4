using System.Text.Json;
using Npgsql;

namespace Director.Benchmarks.Baseline;

/// <summary>Writes a row of the columns that Director reads as the JSON that Director answers, without anything in between.</summary>
internal static class AssetJson
{
    internal static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        Fields(json, row);
        json.WriteEndObject();
    }

    internal static void Fields(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteString("id", row.GetGuid(0));
        json.WriteString("workspaceId", row.GetGuid(1));
        json.WriteString("type", row.GetString(2));
        json.WriteString("name", row.GetString(3));
        Text(json, "description", row, 4);
        Text(json, "externalId", row, 5);
        Raw(json, "metadata", row, 6);
        Text(json, "status", row, 7);
        Id(json, "parentId", row, 8);
        json.WriteString("rootId", row.GetGuid(9));
        json.WriteString("position", row.GetString(10));
        Number(json, "number", row, 11);
        Text(json, "code", row, 12);
        Id(json, "selectedChildId", row, 13);
        Selection(json, row);
        Raw(json, "details", row, 19);
        Media(json, row);
        Text(json, "source", row, 28);
        if (row.IsDBNull(29)) json.WriteNull("cost");
        else
        {
            json.WriteStartObject("cost");
            json.WriteNumber("amount", row.GetDecimal(29));
            Text(json, "currency", row, 30);
            json.WriteEndObject();
        }

        json.WriteStartArray("tags");
        foreach (var tag in row.GetFieldValue<string[]>(31)) json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteBoolean("favorite", row.GetBoolean(32));
        Number(json, "rating", row, 33);
        json.WriteBoolean("circled", row.GetBoolean(34));
        Text(json, "verdict", row, 35);
        json.WriteNumber("takeCount", row.GetInt32(36));
        json.WriteString("createdAt", row.GetFieldValue<DateTimeOffset>(37));
        json.WriteString("createdBy", row.GetGuid(38));
        json.WriteString("updatedAt", row.GetFieldValue<DateTimeOffset>(39));
        json.WriteNumber("version", row.GetInt64(40));
        json.WriteNull("deletedAt");
    }

    private static void Selection(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        if (row.IsDBNull(13))
        {
            json.WriteNull("selection");
            return;
        }

        json.WriteStartObject("selection");
        json.WriteString("childId", row.GetGuid(13));
        Number(json, "number", row, 18);
        json.WriteString("at", row.GetFieldValue<DateTimeOffset>(14));
        json.WriteString("by", row.GetGuid(15));
        Text(json, "byName", row, 16);
        Text(json, "reason", row, 17);
        json.WriteEndObject();
    }

    private static void Media(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        if (row.IsDBNull(23))
        {
            json.WriteNull("media");
            return;
        }

        json.WriteStartObject("media");
        json.WriteString("contentType", row.GetString(21));
        json.WriteNumber("size", row.GetInt64(22));
        json.WriteString("sha256", row.GetString(23));
        Number(json, "width", row, 24);
        Number(json, "height", row, 25);
        Number(json, "durationMs", row, 26);
        Text(json, "frameRate", row, 27);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteString(name, row.GetString(at));
    }

    private static void Id(Utf8JsonWriter json, string name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteString(name, row.GetGuid(at));
    }

    private static void Number(Utf8JsonWriter json, string name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteNumber(name, row.GetInt32(at));
    }

    private static void Raw(Utf8JsonWriter json, string name, NpgsqlDataReader row, int at)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(row.GetString(at), skipInputValidation: true);
    }
}
