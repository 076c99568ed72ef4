-- What EF cannot say about accounts: the wall around API keys, and tables that no entity stands for.

create unique index ux_api_keys_name on api_keys (workspace_id, lower(name)) where revoked_at is null;
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant on api_keys
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- The security record. It outlives people and workspaces, so it has no foreign keys. Of the server's role it is append-only (see the
-- grants); who reads it sees their own rows, those of their workspace, and the sign-ins of its members.
create table security_events (
  id uuid primary key,
  at timestamptz not null,
  user_id uuid,
  workspace_id uuid,
  kind varchar(40) not null,
  operation varchar(80),
  outcome varchar(20) not null,
  origin varchar(60),
  user_agent varchar(300),
  request_id varchar(120) not null
);
create index ix_security_events_user on security_events (user_id, at desc, id desc);
create index ix_security_events_workspace on security_events (workspace_id, at desc, id desc) where workspace_id is not null;
alter table security_events enable row level security;
alter table security_events force row level security;
create policy readers on security_events for select using (
  user_id = nullif(current_setting('app.user', true), '')::uuid
  or workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
  or (workspace_id is null and kind in ('signIn', 'signOut') and exists (
    select from workspace_members m
    where m.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and m.user_id = security_events.user_id)));
create policy writers on security_events for insert with check (true);

-- The keys of Data Protection, each wrapped by the secret key.
create table data_protection_keys (
  name varchar(200) primary key,
  xml text not null,
  added_at timestamptz not null default now()
);

-- Challenges given to browsers for passkeys: taken away when they are answered, so that no answer counts twice.
create table passkey_challenges (
  id bytea primary key,
  user_id uuid references users (id) on delete cascade,
  state text not null,
  expires_at timestamptz not null
);
create index ix_passkey_challenges_age on passkey_challenges (expires_at);

-- Sign-ins made before this version were seen last when they were made.
update user_sessions set last_seen_at = created_at;
