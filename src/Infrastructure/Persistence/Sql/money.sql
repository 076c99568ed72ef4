-- What EF cannot say about money and turns.

-- Rows of every workspace are touched, so the wall stands open for the length of this transaction.
alter table generations no force row level security;

-- What ran before this was counted in the provider's currency, which was the workspace's.
update generations set price_amount = estimate_amount, price_currency = currency, price_rate = 1,
  reserved_amount = case when ended_at is null then estimate_amount else 0 end,
  deadline_at = case when ended_at is null then clock_timestamp() + interval '2 days' end;

alter table generations add constraint ck_generations_reserved check (reserved_amount = 0 or ended_at is null);
alter table generations add constraint ck_generations_cost check (cost_amount >= 0 and estimate_amount >= 0 and reserved_amount >= 0);
alter table generation_attempts add constraint ck_generation_attempts_cost check (cost_amount >= 0);
create index ix_generations_reserved on generations (workspace_id, root_id) include (reserved_amount) where ended_at is null;

alter table workspace_budgets enable row level security;
alter table workspace_budgets force row level security;
create policy tenant on workspace_budgets using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);

-- Whose turn it is, across all workspaces: like the scheduler's own tables it says that there is work and whose lane it is in, and nothing of
-- what is made. Fairness between workspaces cannot be decided from within one.
create table generation_turns (
  generation_id uuid primary key,
  lane uuid not null,
  provider character varying(120) not null,
  priority integer not null,
  due_at timestamp with time zone not null,
  place bigint generated always as identity,
  taken_by uuid,
  taken_until timestamp with time zone,
  constraint ck_generation_turns_taken check ((taken_by is null) = (taken_until is null))
);
create index ix_generation_turns_waiting on generation_turns (lane, provider, priority desc, place) where taken_by is null;
create index ix_generation_turns_taken on generation_turns (provider, lane) where taken_by is not null;

-- How providers fare, across all workspaces.
create table provider_health (
  provider character varying(120) primary key,
  failures integer not null default 0,
  degraded_since timestamp with time zone,
  why character varying(4000),
  paused_until timestamp with time zone
);

insert into generation_turns (generation_id, lane, provider, priority, due_at)
  select id, workspace_id, provider, priority, clock_timestamp() from generations where status = 'queued';

alter table generations force row level security;
