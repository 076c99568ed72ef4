using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Relationships;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads generations: one statement a screen.</summary>
internal sealed class GenerationReader(DirectorSql sql, TakeSources sources) : IGenerationReader
{
    private const string Order = "generations";

    private const string Select = """
        select g.id, g.shot_id, g.root_id, g.number, g.status, g.estimate_amount, g.cost_amount, g.currency, g.failure_kind, g.message, g.retryable,
          g.billable, g.take_id, g.retry_of, g.recipe::text, g.created_at, g.created_by, g.updated_at, g.ended_at, g.not_before,
          g.makes, g.priority, g.reserved_amount, g.deadline_at,
          case when g.status = 'queued' then (select count(*)::int from generation_turns w
            join generation_turns q on q.lane = w.lane and q.provider = w.provider and q.taken_by is null
              and (q.priority > w.priority or (q.priority = w.priority and q.place < w.place))
            where w.generation_id = g.id) end,
          coalesce((select json_agg(json_build_object('id', t.id, 'ordinal', t.ordinal, 'outcome', t.outcome, 'externalId', t.external_id,
            'failureKind', t.failure_kind, 'message', t.message, 'amount', t.cost_amount, 'currency', t.cost_currency, 'providerAmount', t.provider_amount,
            'providerCurrency', t.provider_currency, 'rate', t.provider_rate, 'assumed', t.cost_assumed, 'startedAt', t.started_at, 'endedAt', t.ended_at)
            order by t.ordinal) from generation_attempts t where t.workspace_id = g.workspace_id and t.generation_id = g.id), '[]')::text
        from generations g where g.workspace_id = @workspace
        """;

    public async Task<GenerationDto?> GetAsync(GenerationId id, CancellationToken ct) =>
        (await sql.ReadAsync($"{Select} and g.id = @id", p => p.AddWithValue("id", id.Value), Read, ct)).SingleOrDefault();

    public async Task<Result<Page<GenerationDto>>> ListAsync(GenerationFilter filter, CancellationToken ct)
    {
        var cursor = Cursor.Read(filter.Cursor, Order);
        if (cursor.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            {Select} and (@film::uuid is null or g.root_id = @film) and (@shot::uuid is null or g.shot_id = @shot)
              and (cardinality(@states) = 0 or g.status = any(@states)) and (@after::uuid is null or g.id < @after)
            order by g.id desc limit @limit
            """, p =>
        {
            p.Add(Uuid("film", filter.FilmId));
            p.Add(Uuid("shot", filter.ShotId));
            p.Add(Uuid("after", cursor.Value?.Id));
            p.AddWithValue("states", filter.States.Select(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString())).ToArray());
            p.AddWithValue("limit", filter.Limit + 1);
        }, Read, ct);
        var page = rows.Take(filter.Limit).ToList();
        return new Page<GenerationDto>(page, rows.Count > filter.Limit ? new Cursor(Order, null, page[^1].Id).Write() : null);
    }

    public async Task<ILookup<Guid, CastMember>> CastAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct)
    {
        var rows = await sql.ReadAsync("""
            select r.parent_id, a.id, a.name, a.details::text, a.details_version, a.media_sha256
            from asset_relationships r join assets a on a.workspace_id = r.workspace_id and a.id = r.child_id
            where r.workspace_id = @workspace and r.kind = 'uses_character' and r.parent_id = any(@shots) and a.deleted_at is null and a.deleted_with is null
            order by r.parent_id, r.sequence, r.id
            """, p => p.AddWithValue("shots", shots.ToArray()),
            r => (Shot: r.GetGuid(0), Member: Member(r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.IsDBNull(5) ? null : r.GetString(5))), ct);
        return rows.ToLookup(r => r.Shot, r => r.Member);
    }

    public async Task<ILookup<Guid, LookReference>> LooksAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct)
    {
        var rows = await sql.ReadAsync("""
            select r.parent_id, a.id, a.type, a.name, a.details::text, a.details_version, a.media_sha256
            from asset_relationships r join assets a on a.workspace_id = r.workspace_id and a.id = r.child_id
            where r.workspace_id = @workspace and r.kind = any(@kinds) and r.parent_id = any(@shots) and a.deleted_at is null and a.deleted_with is null
            order by r.parent_id, array_position(@kinds, r.kind::text), r.sequence, r.id
            """, p =>
        {
            p.AddWithValue("shots", shots.ToArray());
            p.AddWithValue("kinds", new[] { RelationshipKind.UsesLocation.Slug, RelationshipKind.UsesProp.Slug, RelationshipKind.UsesStyle.Slug });
        }, r => (Shot: r.GetGuid(0), Look: Look(r)), ct);
        return rows.ToLookup(r => r.Shot, r => r.Look);
    }

    public Task<IReadOnlyDictionary<Guid, RecipeSource>> SourcesAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct) => sources.NowAsync(assets, ct);

    public Task<IReadOnlyList<ChangedSourceDto>> ChangedAsync(AssetId take, CancellationToken ct) => sources.ChangedAsync(take, ct);

    public Task<AssetId?> TakeBeforeAsync(AssetId film, AssetId shot, CancellationToken ct) => sources.TakeBeforeAsync(film, shot, ct);

    public async Task<MadeTake?> MadeAsync(AssetId take, CancellationToken ct) =>
        (await sql.ReadAsync("select g.id, g.recipe::text from generations g where g.workspace_id = @workspace and g.take_id = @take",
            p => p.AddWithValue("take", take.Value), r => new MadeTake(new GenerationId(r.GetGuid(0)), Recipe.Read(r.GetString(1))), ct)).SingleOrDefault();

    private static LookReference Look(NpgsqlDataReader r)
    {
        var type = AssetTypes.Get(r.GetString(2));
        return new LookReference(r.GetGuid(1), type.Slug, r.GetString(3), type.ReadStored(r.GetString(4), r.GetInt32(5)).PromptOf(r.GetString(3)), Text(r, 6));
    }

    private static CastMember Member(Guid id, string name, string details, int version, string? sha256)
    {
        var character = (CharacterRefDetails)AssetTypes.Of<CharacterRefDetails>().ReadStored(details, version);
        var attributes = character.Attributes ?? [];
        var looks = string.Join(", ", attributes.Where(a => a.Key != "color").OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key.Replace('_', ' ')} {a.Value}"));
        return new CastMember(id, name, attributes.GetValueOrDefault("color"), looks.Length == 0 ? null : looks, character.PromptOf(name), sha256);
    }

    private static GenerationDto Read(NpgsqlDataReader r)
    {
        var currency = r.GetString(7);
        var makes = Enum.Parse<GenerationProduct>(r.GetString(20), true);
        var recipe = JsonSerializer.Deserialize<StoredRecipe>(r.GetString(14), JsonSerializerOptions.Web)!;
        return new GenerationDto
        {
            Id = r.GetGuid(0),
            ShotId = r.GetGuid(1),
            FilmId = r.GetGuid(2),
            Number = r.GetInt32(3),
            State = Enum.Parse<GenerationStatus>(r.GetString(4), true),
            Estimate = new CostDto(r.GetDecimal(5), currency),
            Cost = new CostDto(r.GetDecimal(6), currency),
            Failure = r.IsDBNull(8) ? null : new GenerationFailureDto(Enum.Parse<FailureKind>(r.GetString(8), true), Text(r, 9), r.GetBoolean(10), r.GetBoolean(11)),
            TakeId = makes is GenerationProduct.Take ? Struct<Guid>(r, 12) : null,
            ImageId = makes is GenerationProduct.Image ? Struct<Guid>(r, 12) : null,
            RetryOf = Struct<Guid>(r, 13),
            Recipe = new RecipeDto(recipe.Provider, recipe.Model, recipe.Prompt, recipe.NegativePrompt, recipe.Seed, recipe.Parameters ?? [], recipe.Feedback, recipe.ParentTakeId, recipe.References ?? []),
            CreatedAt = r.GetFieldValue<DateTimeOffset>(15),
            CreatedBy = r.GetGuid(16),
            UpdatedAt = r.GetFieldValue<DateTimeOffset>(17),
            EndedAt = Struct<DateTimeOffset>(r, 18),
            NotBefore = Struct<DateTimeOffset>(r, 19),
            Makes = makes,
            Priority = r.GetInt32(21),
            Reserved = new CostDto(r.GetDecimal(22), currency),
            DeadlineAt = Struct<DateTimeOffset>(r, 23),
            Position = Struct<int>(r, 24),
            Attempts = [.. JsonSerializer.Deserialize<List<StoredAttempt>>(r.GetString(25), JsonSerializerOptions.Web)!.Select(a => a.Show())],
        };
    }

    private static NpgsqlParameter Uuid(string name, Guid? value) => new(name, NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)value ?? DBNull.Value };

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static T? Struct<T>(NpgsqlDataReader r, int at) where T : struct => r.IsDBNull(at) ? null : r.GetFieldValue<T>(at);

    private sealed record StoredRecipe(
        string Provider, string Model, string Prompt, string? NegativePrompt, long Seed, Dictionary<string, string>? Parameters, string? Feedback, Guid? ParentTakeId,
        List<TakeRecipeReference>? References);

    private sealed record StoredAttempt(
        Guid Id, int Ordinal, string Outcome, string? ExternalId, string? FailureKind, string? Message, decimal Amount, string Currency,
        decimal? ProviderAmount, string? ProviderCurrency, decimal? Rate, bool Assumed, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
    {
        internal AttemptDto Show() => new(Id, Ordinal, Enum.Parse<AttemptOutcome>(Outcome, true), ExternalId,
            FailureKind is null ? null : Enum.Parse<FailureKind>(FailureKind, true), Message, new CostDto(Amount, Currency),
            ProviderAmount is { } said ? new CostDto(said, ProviderCurrency!) : null, Rate, Assumed, StartedAt, EndedAt);
    }
}
