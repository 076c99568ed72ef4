-- Uploads that arrive in parts. Their bytes lie beside the store until all are there.

create table uploads (
  workspace_id uuid not null,
  id uuid not null,
  asset_id uuid,
  shot_id uuid,
  length bigint not null,
  file_name character varying(500),
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  sha256 character varying(64),
  result_id uuid,
  constraint pk_uploads primary key (workspace_id, id),
  constraint fk_uploads_workspaces_workspace_id foreign key (workspace_id) references workspaces (id),
  constraint fk_uploads_assets_asset foreign key (workspace_id, asset_id) references assets (workspace_id, id) on delete cascade,
  constraint fk_uploads_assets_shot foreign key (workspace_id, shot_id) references assets (workspace_id, id) on delete cascade,
  constraint ck_uploads_target check ((asset_id is null) <> (shot_id is null)),
  constraint ck_uploads_length check (length > 0)
);
create index ix_uploads_expires on uploads (workspace_id, expires_at);

alter table uploads enable row level security;
alter table uploads force row level security;
create policy tenant on uploads using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
