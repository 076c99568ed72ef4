namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>
/// A database as an older film system might have left it: names that Director uses too (workspaces, assets, tags, users) beside its own,
/// enumerations, nested folders, JSON in place of links, a view, a function with its trigger, grants, comments and rows.
/// </summary>
internal static class FormerFilmSystem
{
    /// <summary>The tables and views, as a refusal names them.</summary>
    internal const string Names = "assets, characters, film_projects, film_shots, latest_shots, projects, scenes, script_generations, shot_reviews, tags, users, workspaces";

    internal const string Sql = """
        CREATE TYPE review_status AS ENUM ('approved', 'rejected', 'needs_revision');
        CREATE DOMAIN seconds AS double precision CHECK (VALUE >= 0);
        CREATE SEQUENCE render_numbers START 41;
        CREATE TABLE users (user_id bigint PRIMARY KEY, username varchar(255), language varchar(10) NOT NULL DEFAULT 'en');
        CREATE TABLE workspaces (id varchar PRIMARY KEY, name varchar NOT NULL, slug varchar NOT NULL UNIQUE, owner_id int NOT NULL, settings json);
        CREATE TABLE projects (id varchar PRIMARY KEY, workspace_id varchar NOT NULL REFERENCES workspaces, parent_project_id varchar REFERENCES projects, name varchar NOT NULL);
        CREATE TABLE characters (id varchar(36) PRIMARY KEY, workspace_id varchar REFERENCES workspaces, name varchar(255) NOT NULL UNIQUE, reference_images json);
        CREATE TABLE assets (id varchar(36) PRIMARY KEY, workspace_id varchar REFERENCES workspaces, type varchar(50) NOT NULL, url varchar(1024) NOT NULL, tags json, is_favorite boolean NOT NULL DEFAULT false);
        CREATE TABLE film_projects (id varchar(255) PRIMARY KEY, workspace_id varchar REFERENCES workspaces, title varchar(500) NOT NULL, shots_config json, total_cost float NOT NULL DEFAULT 0);
        CREATE TABLE film_shots (id varchar PRIMARY KEY, shot_id varchar NOT NULL, film_project_id varchar NOT NULL REFERENCES film_projects, video_url varchar NOT NULL, duration seconds NOT NULL, sequence_order int);
        CREATE TABLE shot_reviews (id varchar PRIMARY KEY, shot_id varchar NOT NULL UNIQUE REFERENCES film_shots, status review_status NOT NULL, notes text);
        CREATE TABLE script_generations (id serial PRIMARY KEY, parent_id int REFERENCES script_generations, version int NOT NULL DEFAULT 1, output_prompt text);
        CREATE TABLE scenes (id serial PRIMARY KEY, film_project_id varchar REFERENCES film_projects, heading text);
        CREATE TABLE tags (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar(100) NOT NULL UNIQUE);
        CREATE INDEX ix_film_shots_shot ON film_shots (film_project_id, shot_id);
        CREATE VIEW latest_shots AS SELECT DISTINCT ON (shot_id) * FROM film_shots ORDER BY shot_id, sequence_order DESC;
        CREATE FUNCTION count_render() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM nextval(''render_numbers''); RETURN NEW; END';
        CREATE TRIGGER counted BEFORE INSERT ON film_shots FOR EACH ROW EXECUTE FUNCTION count_render();
        COMMENT ON TABLE film_shots IS 'One row for every result; those of one shot_id are its takes.';
        GRANT SELECT ON film_projects TO PUBLIC;

        INSERT INTO users VALUES (4711, 'anna', 'ru'), (4712, NULL, 'en');
        INSERT INTO workspaces VALUES ('w1', 'Nachtschicht', 'nachtschicht', 1, '{"theme":"dark"}');
        INSERT INTO projects VALUES ('p1', 'w1', NULL, 'Campaign'), ('p2', 'w1', 'p1', 'Spring');
        INSERT INTO characters VALUES ('c1', 'w1', 'Anna', '["https://example.test/anna.png"]'), ('c2', NULL, 'Борис', NULL);
        INSERT INTO assets VALUES ('a1', 'w1', 'image', 'https://example.test/a1.png', '["wet"]', true);
        INSERT INTO film_projects VALUES ('f1', 'w1', 'The Lighthouse', '[{"id":"s1"}]', 12.5);
        INSERT INTO film_shots SELECT 'r' || n, 's' || (n % 4), 'f1', 'https://example.test/' || n || '.mp4', n / 2.0, n FROM generate_series(1, 40) n;
        INSERT INTO shot_reviews VALUES ('v1', 'r1', 'approved', 'That one.');
        INSERT INTO script_generations (output_prompt) VALUES ('A lamp goes out.');
        INSERT INTO script_generations (parent_id, version, output_prompt) VALUES (1, 2, 'A lamp goes out slowly.');
        INSERT INTO scenes (film_project_id, heading) VALUES ('f1', 'EXT. LIGHTHOUSE - DAWN');
        INSERT INTO tags (name) VALUES ('wet'), ('мокро');
        """;
}
