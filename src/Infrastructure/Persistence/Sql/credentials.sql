-- The keys that a workspace has for outside providers, sealed by the server's secret key. They are used before the server's own.
create table provider_credentials (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  provider character varying(120) not null,
  box bytea,
  last_four character varying(4),
  base_url character varying(2000),
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  primary key (workspace_id, provider),
  constraint ck_provider_credentials_something check (box is not null or base_url is not null),
  constraint ck_provider_credentials_last_four check (last_four is null or box is not null)
);

alter table provider_credentials enable row level security;
alter table provider_credentials force row level security;
create policy tenant on provider_credentials using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
