-- What was already acted on. Kept longer than the broker keeps messages, so that nothing delivered again is new.
create table inbox (
	consumer text not null,
	message_id uuid not null,
	seen_at timestamptz not null default now(),
	constraint inbox_pk primary key (consumer, message_id)
);
create index inbox_seen_at_ix on inbox (seen_at);

-- What was decided and is still to be said; deleted only when the broker has acknowledged it.
create table outbox (
	seq bigint generated always as identity primary key,
	topic text not null,
	key text not null,
	message_id uuid not null,
	payload bytea not null,
	created_at timestamptz not null default now()
);
