-- What is made of clips and sounds, and whose turn the background work of this house is.

-- Across all workspaces, like generation_turns: it says that there is work and whose lane it is in, and nothing of what is made.
create table work_turns (
  lane uuid not null,
  kind character varying(20) not null,
  subject character varying(64) not null,
  asked_by uuid,
  asked_by_name character varying(300) not null default '',
  place bigint generated always as identity,
  due_at timestamp with time zone not null default clock_timestamp(),
  tries integer not null default 0,
  again boolean not null default false,
  taken_by uuid,
  taken_until timestamp with time zone,
  constraint pk_work_turns primary key (lane, kind, subject),
  constraint ck_work_turns_taken check ((taken_by is null) = (taken_until is null))
);
create index ix_work_turns_place on work_turns (place);

create table media_work (
  workspace_id uuid not null,
  sha256 character varying(64) not null,
  state character varying(12) not null default 'waiting',
  reason character varying(1200),
  facts jsonb,
  products text[] not null default '{}',
  updated_at timestamp with time zone not null default clock_timestamp(),
  constraint pk_media_work primary key (workspace_id, sha256),
  constraint fk_media_work_workspaces_workspace_id foreign key (workspace_id) references workspaces (id),
  constraint fk_media_work_blobs foreign key (workspace_id, sha256) references blobs (workspace_id, sha256) on delete cascade,
  constraint ck_media_work_state check (state in ('waiting', 'ready', 'failed'))
);
create index ix_assets_file on assets (workspace_id, media_sha256) where media_sha256 is not null;

alter table media_work enable row level security;
alter table media_work force row level security;
create policy tenant on media_work using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
