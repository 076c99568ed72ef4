-- The listing as it is asked for most, newest first and of every type, in the order of an index: a page costs the same
-- however many assets there are.
create index ix_assets_recent on assets (workspace_id, created_at, id) where deleted_at is null and deleted_with is null;
