using System.Globalization;
using Director.Application.Accounts;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <inheritdoc cref="ISecurityRecordReader" />
internal sealed class SecurityRecordReader(DirectorSql sql) : ISecurityRecordReader
{
    private const string Order = "security";

    private static readonly string OfMembers = $"""
        e.workspace_id = @workspace
        or (e.workspace_id is null and e.kind in ('{SecurityKinds.SignIn}', '{SecurityKinds.SignOut}')
          and e.user_id in (select m.user_id from workspace_members m where m.workspace_id = @workspace))
        """;

    public Task<Result<Page<SecurityEventDto>>> OfPersonAsync(UserId user, string? cursor, int limit, CancellationToken ct) =>
        PageAsync("e.user_id = @user", p => p.AddWithValue("user", user.Value), cursor, limit, ct);

    public Task<Result<Page<SecurityEventDto>>> OfWorkspaceAsync(string? cursor, int limit, CancellationToken ct) =>
        PageAsync(OfMembers, p => p.AddWithValue("workspace", sql.Workspace), cursor, limit, ct);

    private async Task<Result<Page<SecurityEventDto>>> PageAsync(string whose, Action<NpgsqlParameterCollection> bind, string? cursor, int limit, CancellationToken ct)
    {
        var after = Cursor.Read(cursor, Order);
        if (after.Error is { } bad) return bad;
        var from = (At: DateTimeOffset.MaxValue, Id: Guid.Empty);
        if (after.Value is { } last)
        {
            if (!long.TryParse(last.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks) return Cursor.Invalid;
            from = (new DateTimeOffset(ticks, TimeSpan.Zero), last.Id);
        }

        var rows = await sql.ReadAnywhereAsync($"""
            select e.id, e.at, e.kind, e.outcome, e.operation, e.user_id, u.display_name, e.workspace_id, e.origin, e.user_agent, e.request_id
            from security_events e left join users u on u.id = e.user_id
            where ({whose}) and (e.at, e.id) < (@at, @id)
            order by e.at desc, e.id desc limit @limit
            """, p =>
        {
            bind(p);
            p.AddWithValue("at", from.At);
            p.AddWithValue("id", from.Id);
            p.AddWithValue("limit", limit + 1);
        }, Read, ct);
        var page = rows.Take(limit).ToList();
        var next = rows.Count > limit ? new Cursor(Order, page[^1].At.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Id).Write() : null;
        return new Page<SecurityEventDto>(page, next);
    }

    private static SecurityEventDto Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.GetString(3), Text(r, 4), Id(r, 5), Text(r, 6), Id(r, 7), Text(r, 8), Text(r, 9), r.GetString(10));

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static Guid? Id(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetGuid(at);
}
