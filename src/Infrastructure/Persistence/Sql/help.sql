-- What a language model's help has cost; of what was asked and answered nothing is kept.
create table prompt_help_calls (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  about_id uuid,
  root_id uuid,
  model character varying(500) not null,
  tokens_in integer not null,
  tokens_out integer not null,
  cost_amount numeric(19,6) not null,
  provider_amount numeric(19,6) not null,
  provider_currency character varying(3) not null,
  provider_rate numeric(24,12) not null,
  created_by uuid not null,
  ended_at timestamp with time zone not null,
  primary key (workspace_id, id),
  constraint ck_prompt_help_calls_cost check (cost_amount >= 0)
);
create index ix_prompt_help_calls_ended on prompt_help_calls (workspace_id, ended_at) include (cost_amount);
create index ix_prompt_help_calls_root on prompt_help_calls (workspace_id, root_id) include (cost_amount);

alter table prompt_help_calls enable row level security;
alter table prompt_help_calls force row level security;
create policy tenant on prompt_help_calls using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
