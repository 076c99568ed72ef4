-- What each generated take was made from, kept beside the take so that what has changed of it since is found by comparing, never by remembering
-- who changed what: renaming changes nothing here, and taking a change back takes its consequence back.
create table take_sources (
  workspace_id uuid not null,
  take_id uuid not null,
  asset_id uuid not null,
  film_id uuid not null,
  asset_version bigint not null,
  words character varying(32),
  aside text[] not null,
  sha256 character varying(64),
  primary key (workspace_id, take_id, asset_id),
  foreign key (workspace_id, take_id) references assets (workspace_id, id) on delete cascade
);
create index ix_take_sources_film on take_sources (workspace_id, film_id);
create index ix_take_sources_asset on take_sources (workspace_id, asset_id, film_id);

alter table take_sources enable row level security;
alter table take_sources force row level security;
create policy tenant on take_sources using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
