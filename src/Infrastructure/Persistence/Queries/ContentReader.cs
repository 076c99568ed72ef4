using System.Text.Json;
using Director.Application.Common.Paging;
using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads content; name, language and tags are those of the asset that came of it, where they can be changed.</summary>
internal sealed class ContentReader(DirectorSql sql) : IContentReader
{
    private const string Columns = """
        e.id, e.status, e.progress, e.source_kind, e.source_url, e.file_name, coalesce(a.name, e.title), coalesce(a.details ->> 'language', e.language), e.word_count, e.char_count,
        e.text_sha256, e.wished_tags, (select array_agg(t.name order by t.name) from asset_tags x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
          where x.workspace_id = e.workspace_id and x.asset_id = e.asset_id),
        e.asset_id, a.type, e.duplicate_of, e.cause, e.message, e.retryable, e.created_at, e.created_by, e.started_at, e.ended_at
        """;

    /// <summary>What came of it may have been deleted as the asset it is; then it is not content either, until that is restored.</summary>
    private const string From = """
        from extractions e left join assets a on a.workspace_id = e.workspace_id and a.id = e.asset_id
        where e.workspace_id = @workspace and e.deleted_at is null and (e.asset_id is null or a.deleted_at is null and a.deleted_with is null)
        """;

    public async Task<ContentDto?> GetAsync(ExtractionId id, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Columns} {From} and e.id = @id", p => p.AddWithValue("id", id.Value), Read, ct)).SingleOrDefault();

    public async Task<Result<Page<ContentDto>>> ListAsync(ContentFilter filter, CancellationToken ct)
    {
        const string order = "content";
        var cursor = Cursor.Read(filter.Cursor, order);
        if (cursor.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            select {Columns} {From}
              and (@status::text is null or e.status = @status) and (@kind::text is null or e.source_kind = @kind)
              and (@language::text is null or lower(coalesce(a.details ->> 'language', e.language)) = lower(@language))
              and (@tag::text is null or exists (select from asset_tags x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
                where x.workspace_id = e.workspace_id and x.asset_id = e.asset_id and lower(t.name) = lower(@tag)))
              and (@q::text is null or e.words @@ websearch_to_tsquery('simple', @q) or strpos(lower(coalesce(a.name, e.title, '')), lower(@q)) > 0
                or strpos(lower(coalesce(e.source_url, e.file_name)), lower(@q)) > 0)
              and (@afterId::uuid is null or (e.created_at, e.id) < (@after::timestamptz, @afterId))
            order by e.created_at desc, e.id desc limit @limit
            """, p =>
        {
            Text(p, "status", filter.Status is { } status ? Name(status) : null);
            Text(p, "kind", filter.SourceKind is { } kind ? Name(kind) : null);
            Text(p, "language", filter.Language);
            Text(p, "tag", filter.Tag);
            Text(p, "q", string.IsNullOrWhiteSpace(filter.Query) ? null : filter.Query.Trim());
            Text(p, "after", cursor.Value?.Value);
            p.Add(new NpgsqlParameter("afterId", NpgsqlDbType.Uuid) { Value = (object?)cursor.Value?.Id ?? DBNull.Value });
            p.AddWithValue("limit", filter.Limit + 1);
        }, Read, ct);
        var page = rows.Take(filter.Limit).ToList();
        return new Page<ContentDto>(page, rows.Count > filter.Limit ? new Cursor(order, page[^1].CreatedAt.ToString("O"), page[^1].Id).Write() : null);
    }

    private static ContentDto Read(NpgsqlDataReader r) => new()
    {
        Id = r.GetGuid(0),
        Status = Enum.Parse<ExtractionStatus>(r.GetString(1), true),
        Progress = r.GetInt32(2),
        SourceKind = r.IsDBNull(3) ? null : Enum.Parse<SourceKind>(r.GetString(3), true),
        SourceUrl = TextAt(r, 4),
        FileName = TextAt(r, 5),
        Title = TextAt(r, 6),
        Language = TextAt(r, 7),
        WordCount = r.IsDBNull(8) ? null : r.GetInt32(8),
        CharCount = r.IsDBNull(9) ? null : r.GetInt32(9),
        Sha256 = TextAt(r, 10),
        Tags = !r.IsDBNull(13) ? r.IsDBNull(12) ? [] : r.GetFieldValue<string[]>(12) : r.GetFieldValue<string[]>(11),
        AssetId = r.IsDBNull(13) ? null : r.GetGuid(13),
        AssetType = TextAt(r, 14),
        DuplicateOf = r.IsDBNull(15) ? null : r.GetGuid(15),
        Failure = r.IsDBNull(16) ? null : new ContentFailureDto(Enum.Parse<ExtractionCause>(r.GetString(16), true), r.GetString(17), r.GetBoolean(18)),
        CreatedAt = r.GetFieldValue<DateTimeOffset>(19),
        CreatedBy = r.GetGuid(20),
        StartedAt = r.IsDBNull(21) ? null : r.GetFieldValue<DateTimeOffset>(21),
        EndedAt = r.IsDBNull(22) ? null : r.GetFieldValue<DateTimeOffset>(22),
    };

    private static string? TextAt(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Text(NpgsqlParameterCollection p, string name, string? value) => p.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value });
}
