-- Chats of people, who stand above any one workspace, and what is to be said in them. As with the scheduler's tables, the outbox says that there is
-- something to tell and of which workspace's work, and nothing of what was made.
create table telegram_links (
  user_id uuid primary key references users (id) on delete cascade,
  chat_id bigint not null unique,
  chat_name character varying(200) not null,
  linked_at timestamp with time zone not null
);

create table telegram_codes (
  user_id uuid primary key references users (id) on delete cascade,
  code_hash bytea not null unique,
  expires_at timestamp with time zone not null
);

create table telegram_updates (
  update_id bigint primary key,
  seen_at timestamp with time zone not null
);

create table telegram_outbox (
  id bigint generated always as identity primary key,
  chat character varying(100) not null,
  lane uuid not null,
  kind character varying(20) not null,
  generation_id uuid,
  said character varying(2000),
  tries integer not null default 0,
  due_at timestamp with time zone not null
);
create index ix_telegram_outbox_due on telegram_outbox (due_at);
