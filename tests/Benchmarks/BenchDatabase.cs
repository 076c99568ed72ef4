using Npgsql;

namespace Director.Benchmarks;

/// <summary>Fills tables as their owner, by the hundred thousand; the rows are as Director would have made them.</summary>
internal sealed class BenchDatabase(string owner)
{
    private const string Film = """
        with made as (
          select $1::uuid as ws, $2::uuid as by, $3::uuid as film, now() as at)
        insert into assets (workspace_id, id, type, name, metadata, parent_id, root_id, position, number, code, take_count, last_child_number,
          favorite, circled, created_at, created_by, updated_at, updated_by, version, details, details_version)
        select ws, film, 'film', 'Two Thousand Shots', '{}'::jsonb, null::uuid, film, 'a0', null::int, null::text, 0, 0, false, false, at, by, at, by, 1,
          '{"type":"film","logline":"A crew films until nothing is left to film."}'::jsonb, 1 from made
        union all
        select ws, md5('scene' || s)::uuid, 'scene', 'Scene ' || s, '{}', film, film, 'e' || lpad(s::text, 5, '0'), null, null, 0, 0, false, false, at, by, at, by, 1,
          jsonb_build_object('type', 'scene', 'setting', 'QUAY ' || s), 1 from made, generate_series(0, 99) s
        union all
        select ws, md5('shot' || n)::uuid, 'shot', 'Shot ' || n, '{}', md5('scene' || n / 20)::uuid, film, 'e' || lpad(n::text, 5, '0'), null, 'SH' || lpad((n * 10)::text, 6, '0'),
          10, 10, false, false, at, by, at, by, 1,
          jsonb_build_object('type', 'shot', 'description', 'The ferry leaves the quay in the rain, number ' || n, 'shotSize', 'WS', 'movement', 'pan',
            'durationFrames', 72, 'lighting', 'sodium lamps', 'mood', 'waiting'), 1 from made, generate_series(0, 1999) n
        union all
        select ws, md5('take' || n || '.' || t)::uuid, 'shot_take', 'Take ' || t, '{}', md5('shot' || n)::uuid, film, 'c' || lpad(t::text, 3, '0'), t, null, 0, 0, false, false, at, by, at, by, 1,
          jsonb_build_object('type', 'shot_take', 'source', 'generated', 'recipe', jsonb_build_object('provider', 'sketch', 'seed', t)), 1
        from made, generate_series(0, 1999) n, generate_series(1, 10) t
        """;

    private const string Picks = """
        update assets s set selected_child_id = md5('take' || right(s.name, -5) || '.3')::uuid, selected_number = 3, selected_at = now(), selected_by = $2,
          media_content_type = 'image/png', media_size = 48211, media_sha256 = md5(s.name) || md5(s.code), media_width = 1280, media_height = 720
        where s.workspace_id = $1 and s.root_id = $3 and s.type = 'shot'
        """;

    private const string Props = """
        insert into assets (workspace_id, id, type, name, metadata, root_id, position, take_count, last_child_number, favorite, circled,
          created_at, created_by, updated_at, updated_by, version, details, details_version)
        select $1, md5('prop' || $3 || n)::uuid, 'prop', (array['Lamp','Rope','Crate','Radio','Kettle','Map','Bell','Anchor'])[1 + n % 8] || ' ' || n, '{}'::jsonb,
          md5('prop' || $3 || n)::uuid, 'h' || lpad(n::text, 8, '0'), 0, 0, false, false,
          now() - make_interval(secs => n), $2, now(), $2, 1,
          jsonb_build_object('type', 'prop', 'description', repeat('Worn brass with a dent on one side. ', 24), 'prompt', 'worn brass, dent, night light, ' || md5(n::text),
            'palette', jsonb_build_array('#b08d57', '#2f2a26')), 1
        from generate_series($4::int, $5::int) n
        """;

    /// <summary>A film of 100 scenes, 2,000 shots and 20,000 takes.</summary>
    internal async Task<Guid> AddFilmAsync(Guid workspace, Guid by)
    {
        var film = new Guid("018f0000-0000-7000-8000-00000000f117");
        await ExecuteAsync(workspace, Film, workspace, by, film);
        await ExecuteAsync(workspace, Picks, workspace, by, film);
        await ExecuteAsync(workspace, "insert into film_revisions (workspace_id, film_id, revision) values ($1, $2, 1)", workspace, film);
        await ExecuteAsync(workspace, "analyze assets, asset_search, film_revisions");
        return film;
    }

    /// <summary>Props with about 1 kB of details each.</summary>
    internal async Task AddPropsAsync(Guid workspace, Guid by, int first, int last)
    {
        // In steps, so that one statement's memory stays small.
        const int step = 100_000;
        for (var from = first; from <= last; from += step)
            await ExecuteAsync(workspace, Props, workspace, by, "bench", from, Math.Min(last, from + step - 1));
        await ExecuteAsync(workspace, "vacuum analyze assets, asset_search");
    }

    /// <summary>Forgets everybody's wrong tries at signing in.</summary>
    internal Task UnlockAsync(Guid workspace) => ExecuteAsync(workspace, "update users set access_failed_count = 0, lockout_end = null");

    internal static Guid TakeOf(int shot, int take) => Md5($"take{shot}.{take}");

    internal static Guid Shot(int number) => Md5($"shot{number}");

    internal static Guid Prop(int number) => Md5($"propbench{number}");

    private async Task ExecuteAsync(Guid workspace, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        // The walls hold for the owner too unless it is a superuser.
        await using (var tenant = new NpgsqlCommand("select set_config('app.workspace', $1, false)", connection))
        {
            tenant.Parameters.Add(new() { Value = workspace.ToString() });
            await tenant.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

#pragma warning disable CA5351 // PostgreSQL's md5() makes the same ids on its side; nothing is kept secret by it
    private static Guid Md5(string text) => new(Convert.ToHexString(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
#pragma warning restore CA5351
}
