-- What EF cannot say about texts being taken in: states that agree with their facts, whose claim it is, the words a text is found by, and the
-- walls between workspaces.

alter table extractions add column claim_token uuid;
alter table extractions add column lease_until timestamp with time zone;
alter table extractions add column words tsvector;

alter table extractions add constraint ck_extractions_ended check ((ended_at is not null) = (status in ('completed', 'failed')));
alter table extractions add constraint ck_extractions_asset check ((status = 'completed') = (asset_id is not null));
alter table extractions add constraint ck_extractions_cause check ((status = 'failed') = (cause is not null));
alter table extractions add constraint ck_extractions_claim check (claim_token is null or ended_at is null);
alter table extractions add constraint ck_extractions_source check ((source_url is null) <> (file_sha256 is null));
alter table extractions add constraint ck_extractions_progress check (progress between 0 and 100);

alter table extractions enable row level security;
alter table extractions force row level security;
create policy tenant on extractions using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
