-- What EF cannot say about generations: states that agree with their facts, and the walls between workspaces.

alter table generations add constraint ck_generations_ended check ((ended_at is not null) = (status in ('succeeded', 'failed', 'cancelled', 'expired')));
alter table generations add constraint ck_generations_take check ((status = 'succeeded') = (take_id is not null));
alter table generations add constraint ck_generations_claim check (claim_token is null or ended_at is null);
alter table generations add constraint ck_generations_number check (number > 0);

do $$
declare t text;
begin
  foreach t in array array['generation_attempts', 'generations']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) '
      'with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
