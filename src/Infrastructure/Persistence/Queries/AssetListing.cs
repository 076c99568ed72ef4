using System.Globalization;
using System.Text;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Domain.Common;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Builds listings: every filter is a parameter, every order is from the allow-list, pages go by key, never by offset.</summary>
internal sealed class AssetListing(DirectorSql sql)
{
    /// <summary>Candidates that a search considers; a broad word must not read the whole workspace.</summary>
    private const int SearchCap = 2_000;

    /// <summary>How each order reads, how it is compared, and how its cursor value is cast back.</summary>
    private static readonly Dictionary<string, (string Expression, string Cast)> Orders = new(StringComparer.Ordinal)
    {
        ["createdAt"] = ("a.created_at", "timestamptz"),
        ["updatedAt"] = ("a.updated_at", "timestamptz"),
        ["name"] = ("a.name collate \"und-x-icu\"", "text"),
        ["position"] = ("a.position", "text"),
        ["number"] = ("coalesce(a.number, 0)", "integer"),
        ["code"] = ("coalesce(a.code, '') collate \"C\"", "text"),
        ["rating"] = ("coalesce(a.rating, -1)", "integer"),
        ["relevance"] = ("s.rank", "real"),
    };

    internal async Task<Result<Page<AssetDto>>> PageAsync(AssetFilter filter, CancellationToken ct)
    {
        var (order, descending) = Order(filter);
        var cursor = Cursor.Read(filter.Cursor, order + descending);
        if (cursor.Error is { } bad) return bad;
        var (expression, cast) = Orders[order];
        var (direction, compare) = descending ? ("desc", "<") : ("asc", ">");

        var statement = new StringBuilder($"select {AssetColumns.Select}, ({expression})::text from assets a ").Append(Where(filter));
        if (cursor.Value is not null) statement.Append(CultureInfo.InvariantCulture, $" and ({expression}, a.id) {compare} (@after::text::{cast}, @afterId)");
        statement.Append(CultureInfo.InvariantCulture, $" order by {expression} {direction}, a.id {direction} limit @limit");

        List<(AssetDto Asset, string Sort)> rows;
        try
        {
            rows = await sql.ReadAsync(statement.ToString(), p =>
            {
                Bind(p, filter);
                p.AddWithValue("limit", filter.Limit + 1);
                if (cursor.Value is not { } after) return;
                p.AddWithValue("after", after.Value ?? "");
                p.AddWithValue("afterId", after.Id);
            }, r => (AssetColumns.Read(r), r.GetString(AssetColumns.Count)), ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.InvalidDatetimeFormat or PostgresErrorCodes.DatetimeFieldOverflow && cursor.Value is not null)
        {
            return Cursor.Invalid;
        }

        var page = rows.Take(filter.Limit).ToList();
        var next = rows.Count > filter.Limit ? new Cursor(order + descending, page[^1].Sort, page[^1].Asset.Id).Write() : null;
        return new Page<AssetDto>([.. page.Select(r => r.Asset)], next);
    }

    internal async Task<Result<IReadOnlyList<Guid>>> IdsAsync(AssetFilter filter, int cap, CancellationToken ct)
    {
        var (order, descending) = Order(filter);
        var direction = descending ? "desc" : "asc";
        var statement = $"select a.id from assets a {Where(filter)} order by {Orders[order].Expression} {direction}, a.id {direction} limit @limit";
        return Result<IReadOnlyList<Guid>>.Of(await sql.ReadAsync(statement, p =>
        {
            Bind(p, filter);
            p.AddWithValue("limit", cap);
        }, r => r.GetGuid(0), ct));
    }

    private static (string Order, bool Descending) Order(AssetFilter filter) => filter.Sort switch
    {
        null => (filter.Query is null ? "createdAt" : "relevance", true),
        ['-', .. var name] => (name, true),
        var name => (name, false),
    };

    private static string Where(AssetFilter f)
    {
        var sql = new StringBuilder();
        if (f.Query is not null) sql.Append("join search_assets(@query, @searchCap) s on s.id = a.id ");
        sql.Append("where a.workspace_id = @workspace and ").Append(f.Deleted ? "a.deleted_at is not null" : AssetColumns.Live);
        // One type by itself is found in order of the listing's index; among several there is no order to find.
        if (f.Types.Count > 0) sql.Append(f.Types.Count == 1 ? " and a.type = @type" : " and a.type = any(@types)");
        if (f.ParentId is not null) sql.Append(" and a.parent_id = @parent");
        if (f.RootId is not null) sql.Append(" and a.root_id = @root");
        if (f.Status is not null) sql.Append(f.Status == "none" ? " and a.status is null" : " and a.status = @status");
        if (f.Source is not null) sql.Append(" and a.source = @source");
        if (f.ExternalId is not null) sql.Append(" and a.external_id = @externalId");
        if (f.Circled is not null) sql.Append(" and a.circled = @circled");
        if (f.Favorite is not null) sql.Append(" and a.favorite = @favorite");
        if (f.Metadata.Count > 0) sql.Append(" and a.metadata @> @metadata::jsonb");
        if (f.Tags.Count > 0)
        {
            sql.Append("""
                 and (select count(*) from asset_tags x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
                      where x.workspace_id = @workspace and x.asset_id = a.id and lower(t.name) = any(@tags)) = cardinality(@tags)
                """);
        }

        if (f.Collection is not null)
            sql.Append(" and exists (select 1 from asset_collection_members m where m.workspace_id = @workspace and m.collection_id = @collection and m.asset_id = a.id)");
        return sql.ToString();
    }

    private static void Bind(NpgsqlParameterCollection p, AssetFilter f)
    {
        if (f.Query is not null)
        {
            p.AddWithValue("query", f.Query);
            p.AddWithValue("searchCap", SearchCap);
        }

        if (f.Types.Count == 1) p.AddWithValue("type", f.Types[0]);
        else if (f.Types.Count > 1) p.AddWithValue("types", f.Types.ToArray());
        if (f.ParentId is { } parent) p.AddWithValue("parent", parent);
        if (f.RootId is { } root) p.AddWithValue("root", root);
        if (f.Status is not null and not "none") p.AddWithValue("status", f.Status);
        if (f.Source is not null) p.AddWithValue("source", f.Source);
        if (f.ExternalId is not null) p.AddWithValue("externalId", f.ExternalId);
        if (f.Circled is { } circled) p.AddWithValue("circled", circled);
        if (f.Favorite is { } favorite) p.AddWithValue("favorite", favorite);
        if (f.Metadata.Count > 0)
        {
            var wanted = f.Metadata.Select(m => m.Split(':', 2)).GroupBy(m => m[0], StringComparer.Ordinal).ToDictionary(m => m.Key, m => m.Last().ElementAtOrDefault(1) ?? "");
            p.AddWithValue("metadata", System.Text.Json.JsonSerializer.Serialize(wanted));
        }

        if (f.Tags.Count > 0) p.AddWithValue("tags", f.Tags.Select(t => t.ToLowerInvariant()).Distinct().ToArray());
        if (f.Collection is { } collection) p.AddWithValue("collection", collection);
    }
}
