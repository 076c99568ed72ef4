-- What became of every row of the former system, by its name there: imported, merged into something, or refused. It is what makes a second run
-- write nothing, a run that was killed go on where it ended, and a verification possible.
create table legacy_rows (
  workspace_id uuid not null references workspaces (id) on delete restrict,
  source_table varchar(60) not null,
  source_id varchar(1100) not null,
  fate varchar(10) not null constraint ck_legacy_rows_fate check (fate in ('imported', 'merged', 'refused')),
  target_type varchar(60),
  target_id uuid,
  reason varchar(2000),
  at timestamptz not null,
  primary key (workspace_id, source_table, source_id),
  constraint ck_legacy_rows_target check ((fate = 'refused') = (target_id is null))
);
create index ix_legacy_rows_target on legacy_rows (workspace_id, target_id) where target_id is not null;

alter table legacy_rows enable row level security;
alter table legacy_rows force row level security;
create policy tenant on legacy_rows
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
