-- What EF cannot say about the first schema: the pick, the walls between workspaces, and search.

-- The pick: a row can only point to one of its own live children. live_parent_id is null while a child is deleted,
-- so a pick that is left pointing at it breaks the key. What went along with a deleted ancestor keeps its parent here: its
-- picks come back with it. Deferred: a take and its picture are inserted together.
alter table assets add column live_parent_id uuid
  generated always as (case when deleted_at is null then parent_id end) stored;
alter table assets add constraint ux_assets_live_child unique (workspace_id, live_parent_id, id);
create index ix_assets_pick on assets (workspace_id, selected_child_id) where selected_child_id is not null;
alter table assets add constraint ck_assets_position check (position <> '');
alter table assets add constraint ck_assets_rating check (rating between 0 and 5);
alter table assets add constraint ck_assets_number check (number > 0);

create unique index ux_tags_name on tags (workspace_id, lower(name));

-- Walls: a row is visible and writable only to a connection that names its workspace. Forced, so that owning a table does not open it.
do $$
declare t text;
begin
  foreach t in array array['activity', 'asset_collection_members', 'asset_collections', 'asset_relationships', 'asset_tags', 'assets',
    'blobs', 'film_revisions', 'idempotency_keys', 'tags']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) '
      'with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;

-- A person may also see which workspaces they belong to before one is chosen.
alter table workspace_members enable row level security;
alter table workspace_members force row level security;
create policy tenant on workspace_members
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid or user_id = nullif(current_setting('app.user', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Search. Text operators are not leakproof, so under a policy their indexes are not used; this table has no policy and no grant,
-- and is read by one function that names the workspace itself and caps its candidates.
create extension if not exists pg_trgm;

create table asset_search (
  workspace_id uuid not null,
  id uuid not null,
  label text not null,
  document tsvector not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references assets (workspace_id, id) on delete cascade
);
create index ix_asset_search_document on asset_search using gin (document);
create index ix_asset_search_label on asset_search using gin (label gin_trgm_ops);

create function index_asset() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into asset_search (workspace_id, id, label, document)
  values (new.workspace_id, new.id, lower(concat_ws(' ', new.code, new.name, new.external_id)),
    setweight(to_tsvector('simple', concat_ws(' ', new.code, new.name, new.external_id)), 'A')
      || setweight(to_tsvector('simple', left(coalesce(new.description, ''), 50000)), 'B')
      || setweight(jsonb_to_tsvector('simple', new.details - 'type' - 'recipe', '["string"]'), 'C'))
  on conflict (workspace_id, id) do update set label = excluded.label, document = excluded.document;
  return null;
end $$;

create trigger index_asset_on_insert after insert on assets for each row execute function index_asset();
create trigger index_asset_on_update after update of name, description, code, external_id, details on assets for each row
  when (old.name is distinct from new.name or old.description is distinct from new.description or old.code is distinct from new.code
    or old.external_id is distinct from new.external_id or old.details is distinct from new.details)
  execute function index_asset();

create function search_assets(wanted text, cap integer) returns table (id uuid, rank real)
language sql stable security definer set search_path = public, pg_temp as $$
  with words as (
    select nullif(string_agg(word || ':*', ' & '), '') as query
    from regexp_split_to_table(regexp_replace(lower(wanted), '[^[:alnum:]]+', ' ', 'g'), '\s+') as word where word <> ''
  ), needle as (
    select '%' || replace(replace(replace(lower(trim(wanted)), '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern
  )
  select s.id, ts_rank(s.document, to_tsquery('simple', coalesce(w.query, ''))) + case when s.label like n.pattern then 1 else 0 end
  from asset_search s, words w, needle n
  where s.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and (s.document @@ to_tsquery('simple', coalesce(w.query, '')) or s.label like n.pattern)
  limit least(greatest(cap, 1), 5000)
$$;
revoke all on function search_assets(text, integer) from public;
revoke all on function index_asset() from public;

alter table assets add constraint fk_assets_pick foreign key (workspace_id, id, selected_child_id)
  references assets (workspace_id, live_parent_id, id) deferrable initially deferred;
