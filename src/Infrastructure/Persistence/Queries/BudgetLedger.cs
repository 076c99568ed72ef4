using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads the workspace's money; sums are exact decimals, made by the database.</summary>
internal sealed class BudgetLedger(DirectorDbContext db, DirectorSql sql, ICaller caller) : IBudgetLedger
{
    private Guid Workspace => caller.Workspace().Value;

    public async Task<string> CurrencyAsync(CancellationToken ct) =>
        (await sql.ReadAsync("select currency from workspaces where id = @workspace", _ => { }, r => r.GetString(0), ct)).Single();

    public async Task<WorkspaceBudget> LockAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into workspace_budgets (workspace_id) values ({Workspace}) on conflict do nothing", ct);
        return await db.Set<WorkspaceBudget>().FromSql($"select * from workspace_budgets where workspace_id = {Workspace} for no key update").SingleAsync(ct);
    }

    public Task<WorkspaceBudget?> FindAsync(CancellationToken ct) => db.Set<WorkspaceBudget>().AsNoTracking().SingleOrDefaultAsync(ct);

    public async Task<Spending> SpendingAsync(DateTimeOffset monthFrom, DateTimeOffset dayFrom, AssetId? film, CancellationToken ct) =>
        (await sql.ReadAsync("""
            select
              (select coalesce(sum(cost_amount), 0) from generation_attempts where workspace_id = @workspace and ended_at >= @month)
                + (select coalesce(sum(cost_amount), 0) from prompt_help_calls where workspace_id = @workspace and ended_at >= @month),
              (select coalesce(sum(cost_amount), 0) from generation_attempts where workspace_id = @workspace and ended_at >= @day)
                + (select coalesce(sum(cost_amount), 0) from prompt_help_calls where workspace_id = @workspace and ended_at >= @day),
              (select coalesce(sum(reserved_amount), 0) from generations where workspace_id = @workspace and ended_at is null),
              (select coalesce(sum(cost_amount), 0) from generations where workspace_id = @workspace and root_id = @film)
                + (select coalesce(sum(cost_amount), 0) from prompt_help_calls where workspace_id = @workspace and root_id = @film),
              (select coalesce(sum(reserved_amount), 0) from generations where workspace_id = @workspace and root_id = @film and ended_at is null)
            """, p =>
        {
            p.AddWithValue("month", monthFrom);
            p.AddWithValue("day", dayFrom);
            p.AddWithValue("film", NpgsqlDbType.Uuid, (object?)film?.Value ?? DBNull.Value);
        }, r => new Spending(r.GetDecimal(0), r.GetDecimal(1), r.GetDecimal(2), r.GetDecimal(3), r.GetDecimal(4)), ct)).Single();

    public async Task<IReadOnlyList<FilmBudgetDto>> FilmsAsync(CancellationToken ct) =>
        await sql.ReadAsync("""
            select a.id, a.name, (a.details ->> 'budget')::numeric, g.spent, g.reserved from assets a
            cross join lateral (select coalesce(sum(cost_amount), 0) + (select coalesce(sum(cost_amount), 0) from prompt_help_calls where workspace_id = @workspace and root_id = a.id) as spent, coalesce(sum(reserved_amount) filter (where ended_at is null), 0) as reserved
              from generations where workspace_id = @workspace and root_id = a.id) g
            where a.workspace_id = @workspace and a.type = 'film' and a.deleted_at is null and (a.details ->> 'budget' is not null or g.spent > 0 or g.reserved > 0)
            order by a.name, a.id
            """, _ => { }, r =>
        {
            var budget = BudgetDto.Of(r.IsDBNull(2) ? null : r.GetDecimal(2), r.GetDecimal(3), r.GetDecimal(4));
            return new FilmBudgetDto(r.GetGuid(0), r.GetString(1), budget.Limit, budget.Spent, budget.Reserved, budget.Left);
        }, ct);

    public async Task<CostsDto> CostsAsync(CostFilter filter, int most, CancellationToken ct)
    {
        var (key, name) = Grouping(filter.By);
        var groups = await sql.ReadAsync($"""
            select {key}, max({name}), sum(c.cost_amount), count(*)::int, count(*) filter (where c.lost)::int
            from (
              select t.ended_at, t.cost_amount, t.outcome <> 'succeeded' as lost, g.root_id, g.shot_id, g.take_id, g.provider, g.created_by
              from generation_attempts t join generations g on g.workspace_id = t.workspace_id and g.id = t.generation_id
              where t.workspace_id = @workspace and t.ended_at is not null
              union all
              select h.ended_at, h.cost_amount, false, h.root_id, h.about_id, null, 'prompt help', h.created_by from prompt_help_calls h where h.workspace_id = @workspace) c
            where (@from::timestamptz is null or c.ended_at >= @from) and (@until::timestamptz is null or c.ended_at < @until)
              and (@film::uuid is null or c.root_id = @film)
            group by 1 order by 3 desc, 1
            """, p =>
        {
            p.AddWithValue("from", NpgsqlDbType.TimestampTz, (object?)Midnight(filter.From) ?? DBNull.Value);
            p.AddWithValue("until", NpgsqlDbType.TimestampTz, (object?)Midnight(filter.To?.AddDays(1)) ?? DBNull.Value);
            p.AddWithValue("film", NpgsqlDbType.Uuid, (object?)filter.FilmId ?? DBNull.Value);
        }, r => (Key: r.IsDBNull(0) ? null : r.GetString(0), Name: r.IsDBNull(1) ? null : r.GetString(1), Amount: r.GetDecimal(2), Attempts: r.GetInt32(3), Lost: r.GetInt32(4)), ct);
        var currency = await CurrencyAsync(ct);
        var others = groups.Skip(most).ToList();
        return new CostsDto(filter.By, new CostDto(groups.Sum(g => g.Amount), currency),
            [.. groups.Take(most).Select(g => new CostItemDto(g.Key, g.Name, new CostDto(g.Amount, currency), g.Attempts, g.Lost))],
            others.Count == 0 ? null : new CostItemDto(null, null, new CostDto(others.Sum(g => g.Amount), currency), others.Sum(g => g.Attempts), others.Sum(g => g.Lost)));
    }

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>What a group is known by, and its name for people; both are our own text, never the caller's.</summary>
    private static (string Key, string Name) Grouping(CostGrouping by) => by switch
    {
        CostGrouping.Film => ("c.root_id::text", NameOf("c.root_id")),
        CostGrouping.Shot => ("c.shot_id::text", NameOf("c.shot_id")),
        CostGrouping.Take => ("c.take_id::text", NameOf("c.take_id")),
        CostGrouping.Provider => ("c.provider", "c.provider"),
        CostGrouping.User => ("c.created_by::text", "(select u.display_name from users u where u.id = c.created_by)"),
        CostGrouping.Day => ("to_char(c.ended_at at time zone 'UTC', 'YYYY-MM-DD')", "to_char(c.ended_at at time zone 'UTC', 'YYYY-MM-DD')"),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There is no such grouping."),
    };

    private static string NameOf(string id) => $"(select coalesce(a.code, a.name) from assets a where a.workspace_id = @workspace and a.id = {id})";
}
