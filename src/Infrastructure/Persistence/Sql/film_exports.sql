-- Films that are put together in the background.

create table film_exports (
  workspace_id uuid not null,
  id uuid not null,
  film_id uuid not null,
  format character varying(12) not null,
  options jsonb not null,
  state character varying(12) not null default 'queued',
  progress double precision not null default 0,
  reason character varying(1200),
  asset_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint pk_film_exports primary key (workspace_id, id),
  constraint fk_film_exports_workspaces_workspace_id foreign key (workspace_id) references workspaces (id),
  constraint fk_film_exports_assets_film foreign key (workspace_id, film_id) references assets (workspace_id, id) on delete cascade,
  constraint ck_film_exports_state check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  constraint ck_film_exports_ended check ((ended_at is not null) = (state in ('succeeded', 'failed', 'cancelled')))
);
create index ix_film_exports_film on film_exports (workspace_id, film_id, created_at desc);

alter table film_exports enable row level security;
alter table film_exports force row level security;
create policy tenant on film_exports using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
