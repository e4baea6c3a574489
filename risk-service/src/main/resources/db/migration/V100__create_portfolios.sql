-- The last word of the executor about each bot. Its row is the bot's lock: who decides for a bot holds it.
create table portfolios (
	bot text primary key,
	sequence bigint not null,
	capital numeric(38,18) not null,
	cash numeric(38,18) not null,
	equity numeric(38,18) not null,
	positions jsonb not null,
	as_of timestamptz not null,
	heard_at timestamptz not null
);

-- The links to the venue, as the sentinel last described them.
create table links (
	link text primary key,
	state text not null,
	failures integer not null,
	reason text not null,
	since timestamptz not null,
	heard_at timestamptz not null,
	constraint links_state_ck check (state in ('UP', 'DOWN', 'STALE'))
);
