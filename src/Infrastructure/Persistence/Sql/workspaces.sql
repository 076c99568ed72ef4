-- What EF cannot say about invitations, share links and notes: what their columns may hold, and the walls between workspaces.

alter table notes add constraint ck_notes_frames check (frame_in >= 0 and (frame_out is null or frame_out >= frame_in));
alter table workspaces add constraint ck_workspaces_storage_quota check (storage_quota_bytes >= 0);
alter table workspaces add constraint ck_workspaces_monthly_budget check (monthly_budget >= 0);

do $$
declare t text;
begin
  foreach t in array array['invitations', 'notes', 'share_link_guests', 'share_link_items', 'share_link_visits', 'share_links']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) '
      'with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;

-- Deletes the workspace that the connection names, whole or not at all: the server's role may not touch the record by itself. It takes no
-- argument, so it can only reach the tenant that the caller has been let into, and only when an owner has archived it before. Tables are
-- found, not listed: one that is added later is not forgotten. They go in rounds, because those that others point at have to wait.
create function erase_workspace() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased uuid := nullif(current_setting('app.workspace', true), '')::uuid;
  waiting text[];
  later text[];
  t text;
begin
  perform 1 from workspaces where id = erased and archived_at is not null for update;
  if not found then raise exception 'only an archived workspace is erased' using errcode = 'object_not_in_prerequisite_state'; end if;
  select array_agg(c.relname order by c.relname) into waiting
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'workspace_id' and not a.attisdropped;
  while waiting is not null loop
    later := null;
    foreach t in array waiting loop
      begin
        execute format('delete from %I where workspace_id = $1', t) using erased;
      exception when foreign_key_violation or restrict_violation then
        later := later || t;
      end;
    end loop;
    if later = waiting then raise exception 'tables % cannot be emptied', later; end if;
    waiting := later;
  end loop;
  set constraints all immediate;
  delete from workspaces where id = erased;
end $$;
revoke all on function erase_workspace() from public;
