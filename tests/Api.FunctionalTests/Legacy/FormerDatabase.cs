using Director.Api.FunctionalTests.Harness;
using Npgsql;

namespace Director.Api.FunctionalTests.Legacy;

/// <summary>
/// A database of the former system with everything that real ones have: rows without a workspace, dates without a zone, JSON of every shape, links into
/// nothing, circles, takes approved twice, files that are gone, columns and a table that nobody knows.
/// </summary>
internal static class FormerDatabase
{
    /// <summary>Rows of <c>film_shots</c> beside the odd ones.</summary>
    internal const int Shots = 600;

    private const string Schema = """
        create table users (user_id bigint primary key, username varchar(255), language varchar(10) default 'en', created_at timestamptz default '2024-01-01', updated_at timestamptz default '2024-01-01');
        create table workspaces (id varchar primary key, name varchar, slug varchar, owner_id int, storage_quota_gb int, monthly_budget_usd float, settings json, created_at timestamp, updated_at timestamp);
        create table projects (id varchar primary key, workspace_id varchar, name varchar, slug varchar, type varchar, parent_project_id varchar, description text, status varchar, project_metadata json, created_at timestamp, updated_at timestamp);
        create table characters (id varchar(36) primary key, workspace_id varchar, name varchar(255), description text, reference_images json, attributes json, consistency_prompt text, projects_used json, created_at timestamptz, updated_at timestamptz, mood_board varchar);
        create table assets (id varchar(36) primary key, workspace_id varchar, character_id varchar, name varchar(255), type varchar(50), url varchar(1024), file_path varchar(1024), size int, duration float, thumbnail_url varchar, tags json, asset_metadata json, is_favorite boolean default false, source varchar, generation_cost float, generation_metadata json, created_at timestamptz, updated_at timestamptz);
        create table film_projects (id varchar(255) primary key, workspace_id varchar, project_id varchar, title varchar(500), description text, status varchar(50), shots_config json, generated_shots json, video_provider varchar, image_provider varchar, audio_provider varchar, total_cost float default 0, budget_limit float, output_path varchar, error_message text, created_at timestamptz, updated_at timestamptz, completed_at timestamptz);
        create table film_shots (id varchar primary key, shot_id varchar, film_project_id varchar, video_url varchar, thumbnail_url varchar, image_url varchar, audio_url varchar, prompt text, duration float, sequence_order int, status varchar, created_at timestamp, updated_at timestamp);
        create table shot_reviews (id varchar primary key, shot_id varchar, status varchar, notes text, reviewer varchar, reviewed_at timestamp, created_at timestamp, updated_at timestamp);
        create table script_generations (id varchar primary key, workspace_id varchar, project_id varchar, user_id int, generation_type varchar, version int, parent_id varchar, input_idea text, ai_feedback text, output_prompt text, output_full_data json, is_active boolean, is_favorite boolean, rating int, created_at timestamp, updated_at timestamp);
        create table scenes (id varchar primary key, script_generation_id varchar, scene_number int, title varchar, description text, location varchar, time_of_day varchar, mood varchar, characters json, duration_estimate int, pacing varchar, created_at timestamp, updated_at timestamp);
        create table shot_generations (id varchar primary key, workspace_id varchar, scene_id varchar, film_id varchar, shot_number int, sequence_order int, version int, parent_id varchar, prompt text, negative_prompt text, shot_type varchar, camera_motion varchar, lighting varchar, emotion varchar, shot_metadata json, duration_seconds float, ai_feedback text, is_active boolean, is_favorite boolean, rating int, created_at timestamp, updated_at timestamp);
        create table generation_notes (id varchar primary key, generation_id varchar, generation_table varchar, user_id int, note text, created_at timestamp);
        create table content_items (id uuid primary key, content_hash varchar(64), source_type varchar, source_url text, file_reference text, extracted_text_path text, extracted_text_paths jsonb, content_metadata jsonb, user_id bigint, processing_status varchar, error_message text, detected_language varchar, created_at timestamp, updated_at timestamp);
        create table processing_jobs (id uuid primary key, content_id uuid, processing_type varchar, status varchar, result_path text, user_prompt text, output_language varchar, error_message text, user_id bigint, created_at timestamp, updated_at timestamp);
        create table tags (id uuid primary key, name varchar(100), created_at timestamp);
        create table content_tags (content_id uuid, tag_id uuid, created_at timestamp, primary key (content_id, tag_id));
        create table telegram_sessions (id int primary key, payload text);
        """;

    private const string Rows = """
        insert into users values (4711, 'anna'), (4712, null);
        insert into workspaces values ('w1', 'Night Shift', 'night-shift', 1, 100, 1000, '{"theme":"dark"}', '2024-01-01', null), ('w2', 'Night Shift', 'lena', 1, 100, 1000, null, '2024-01-01', null);
        insert into projects values ('p1', 'w1', 'Campaign', 'c', 'campaign', null, 'The big one.', 'active', null, '2024-01-02', null), ('p2', 'w1', 'Spring', 's', 'folder', 'p1', null, 'active', null, '2024-01-02', null),
          ('loop1', 'w1', 'Round', 'r', 'folder', 'loop2', null, null, null, '2024-01-02', null), ('loop2', 'w1', 'And round', 'r2', 'folder', 'loop1', null, null, null, '2024-01-02', null);
        insert into film_projects (id, workspace_id, project_id, title, description, status, shots_config, total_cost, output_path, created_at) values
          ('f1', 'w1', 'p2', 'The Lighthouse', 'A lamp.', 'completed', '[{"id":"s1"}]', 12.5, 'films/final.mp4', '2024-02-01T10:00:00Z'), ('f2', null, null, 'Nowhere', null, 'pending', null, 0, null, '2024-02-01T10:00:00Z');
        insert into characters (id, workspace_id, name, description, reference_images, attributes, consistency_prompt, projects_used, created_at, mood_board) values
          ('c1', 'w1', 'Anna', 'The keeper.', '["/media/anna.png","https://gone.example.test/anna.png"]', '{"character_type":"human","hair_color":"red","distinctive_features":["scar","pipe"]}', 'Anna, red hair', '["f1","f404"]', '2024-02-01T10:00:00Z', 'board-7'),
          ('c2', null, ' anna ', null, '{"url":"/media/anna.png"}', '"tall"', null, '"f2"', '2024-02-01T10:00:00Z', null),
          ('c3', 'w9', 'Rex', null, '"/media/anna.png"', '{"character_type":"dinosaur"}', null, null, null, null);
        insert into assets (id, workspace_id, character_id, name, type, url, file_path, tags, is_favorite, generation_cost, generation_metadata, created_at, duration) values
          ('a1', 'w1', 'c1', 'Portrait', 'image', 'http://localhost:8000/media/anna.png', 'anna.png', '["wet","Night"]', true, 0.04, '{"provider":"fal","model":"flux","seed":7}', '2024-02-01T10:00:00Z', null),
          ('a2', 'w1', 'c404', 'Wind', 'audio', 'https://gone.example.test/wind.mp3', null, '"wet, loud"', false, null, null, '2024-02-01T10:00:00Z', -3),
          ('a3', 'w1', null, 'Thing', 'hologram', 'https://gone.example.test/x', null, null, false, null, null, '2024-02-01T10:00:00Z', null),
          ('a4', 'w1', null, 'Fake', 'video', '/media/words.txt', null, null, false, null, null, '2024-02-01T10:00:00Z', null);
        insert into script_generations (id, workspace_id, generation_type, version, parent_id, input_idea, output_prompt, is_active, rating, created_at) values
          ('sg1', 'w1', 'script', 1, null, 'A lamp goes out.', 'INT. LAMP ROOM - NIGHT', false, 3, '2024-02-02'), ('sg2', 'w1', 'script', 2, 'sg1', 'A lamp goes out.', 'INT. LAMP ROOM - DAWN', true, 5, '2024-02-03'),
          ('sg3', null, 'script', 1, 'sg4', 'Circle', 'One', true, 9, '2024-02-02'), ('sg4', null, 'script', 2, 'sg3', 'Circle', 'Two', true, null, '2024-02-03');
        insert into scenes (id, script_generation_id, scene_number, title, location, time_of_day, created_at) values ('sc1', 'sg2', 1, 'The lamp', 'LAMP ROOM', 'NIGHT', '2024-02-04'), ('sc2', 'sg3', 1, 'Lost', 'FIELD', 'DAY', '2024-02-04'), ('sc404', 'sg404', 1, 'Nowhere', null, null, '2024-02-04');
        insert into shot_generations (id, scene_id, film_id, shot_number, version, parent_id, prompt, shot_type, camera_motion, duration_seconds, ai_feedback, is_active, is_favorite, rating, created_at) values
          ('t1', 'sc1', 'f1', 1, 1, null, 'A lamp.', 'CU', 'pan', 2, 'darker', false, false, 2, '2024-02-05'), ('t2', 'sc1', 'f1', 1, 2, 't1', 'A dark lamp.', 'CU', 'pan', 3, null, true, true, 4, '2024-02-06'),
          ('t3', 'sc1', 'f1', 2, 1, null, 'The sea.', 'WS', null, 4, null, true, false, null, '2024-02-05'), ('t4', 'sc1', 'f1', 2, 2, 't3', 'The sea, loud.', 'WS', null, -4, null, true, false, null, '2024-02-06'),
          ('t5', 'sc2', null, 1, 1, null, 'A field.', 'EWS', null, 3, null, true, false, null, '2024-02-05'), ('t404', null, 'f404', 1, 1, null, 'Lost.', null, null, 3, null, true, false, null, '2024-02-05');
        insert into film_shots (id, shot_id, film_project_id, video_url, image_url, audio_url, prompt, duration, sequence_order, status, created_at)
          select 'k' || n, 'shot-' || (n % 150), case when n % 2 = 0 then 'f1' else 'f2' end, 'https://expired.example.test/v.mp4?token=' || n, case when n % 40 = 0 then '/media/anna.png' end, null,
            'Take ' || n, 2.5, n % 150, case n % 5 when 0 then 'completed' when 1 then 'pending' when 2 then 'needs_revision' when 3 then 'rejected' else 'generating' end, timestamp '2024-03-01' + n * interval '1 minute' from generate_series(1, 600) n;
        insert into film_shots (id, shot_id, film_project_id, video_url, prompt, duration, sequence_order, status, created_at) values
          ('lamp1', 't2', 'f1', '/media/clip.mp4', 'A dark lamp.', 3, 1, 'approved', '2024-03-02T10:00:00'), ('lamp2', 't2', 'f1', '', 'A dark lamp.', 3, 1, 'approved', '2024-03-02T11:00:00'), ('lamp3', 't1', 'f1', '/media/clip.mp4', 'A lamp.', 3, 1, 'blurry', null),
          ('lost', 'shot-1', 'f404', 'x', 'x', 1, 1, 'approved', '2024-03-02');
        insert into shot_reviews (id, shot_id, status, notes, reviewer, reviewed_at, created_at)
          select 'r' || n, 'k' || n, case n % 3 when 0 then 'approved' when 1 then 'rejected' else 'needs_revision' end, 'Note ' || n, 'Lena', '2024-03-05', '2024-03-05' from generate_series(1, 90) n;
        insert into shot_reviews (id, shot_id, status, notes) values ('r404', 'k4040', 'approved', 'Gone.');
        insert into generation_notes values ('n1', 't2', 'shot_generations', 1, 'Hold it longer.', '2024-03-06'), ('n2', 'sg2', 'script_generations', 1, 'Shorter.', '2024-03-06'), ('n3', 't5', 'shot_generations', 1, 'Wide.', '2024-03-06'), ('n404', 'x', 'shot_generations', 1, 'Lost.', '2024-03-06');
        insert into content_items (id, content_hash, source_type, source_url, extracted_text_path, extracted_text_paths, content_metadata, user_id, processing_status, detected_language, created_at)
          select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, md5(n::text), 'youtube', 'https://video.example.test/watch?v=' || n, '/media/words.txt', case when n = 1 then '{"ru":"/media/slova.txt"}'::jsonb end, '{"title":"Talk"}', 4711, 'completed', 'en', '2024-03-07' from generate_series(1, 40) n;
        insert into processing_jobs (id, content_id, processing_type, status, result_path, output_language, user_id, created_at) values
          ('00000000-0000-4000-9000-000000000001', '00000000-0000-4000-8000-000000000001', 'blog_post', 'completed', '/media/words.txt', 'en', 4711, '2024-03-08'), ('00000000-0000-4000-9000-000000000002', null, 'summary', 'failed', null, 'en', 4711, '2024-03-08');
        insert into tags values ('00000000-0000-4000-a000-000000000001', 'Wet', '2024-03-08'), ('00000000-0000-4000-a000-000000000002', 'wet ', '2024-03-08');
        insert into content_tags values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-a000-000000000001', '2024-03-08'), ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-a000-000000000404', '2024-03-08');
        insert into telegram_sessions values (1, 'x');
        """;

    /// <summary>Makes the database beside the server's own and answers with its connection string.</summary>
    internal static async Task<string> MakeAsync(TestDatabase server, string name)
    {
        await server.ExecuteAsync($"drop database if exists {name} with (force)");
        await server.ExecuteAsync($"create database {name}");
        var connection = new NpgsqlConnectionStringBuilder(server.Owner) { Database = name, Pooling = false }.ConnectionString;
        await ExecuteAsync(connection, Schema + Rows);
        return connection;
    }

    internal static async Task ExecuteAsync(string connection, string sql)
    {
        await using var db = await TestDatabase.OpenAsync(connection);
        await using var command = new NpgsqlCommand(sql, db);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The files that the rows name, those that are there.</summary>
    internal static string MakeFiles()
    {
        var folder = Directory.CreateTempSubdirectory("director-legacy-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "films"));
        File.WriteAllBytes(Path.Combine(folder, "anna.png"), Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNIgQIGyhgAhHUZAVE+w4IAAAAASUVORK5CYII="));
        byte[] clip = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8];
        File.WriteAllBytes(Path.Combine(folder, "clip.mp4"), clip);
        File.WriteAllBytes(Path.Combine(folder, "films", "final.mp4"), [.. clip, 1]);
        File.WriteAllText(Path.Combine(folder, "words.txt"), "The lamp goes out at night.");
        File.WriteAllText(Path.Combine(folder, "slova.txt"), "Лампа гаснет ночью.");
        return folder;
    }
}
