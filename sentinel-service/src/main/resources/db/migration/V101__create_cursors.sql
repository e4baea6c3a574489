-- The last print of a symbol that the others have certainly heard of.
create table tick_cursors (
	symbol     text        not null,
	sequence   bigint      not null,
	printed_at timestamptz not null,
	constraint tick_cursors_pk primary key (symbol)
);

-- The last entry of an account's history that was told; empty before the first entry.
create table activity_cursors (
	account     text        not null,
	activity_id text        not null,
	seen_at     timestamptz not null,
	constraint activity_cursors_pk primary key (account)
);
