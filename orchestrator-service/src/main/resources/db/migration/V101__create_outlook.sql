-- The latest word on each; told_at keeps an older word that comes late from undoing a newer one.
create table markets (
	name text not null,
	volatility numeric(38, 18),
	open boolean not null,
	tick_age_ms bigint,
	facts jsonb not null,
	seen_at timestamptz not null,
	constraint markets_pk primary key (name)
);

create table links (
	name text not null,
	state text not null,
	since_at timestamptz not null,
	reason text not null,
	told_at timestamptz not null,
	constraint links_pk primary key (name),
	constraint links_state_ck check (state in ('UP', 'DOWN', 'STALE'))
);

create table troubles (
	component text not null,
	open boolean not null,
	severity text not null,
	summary text not null,
	since_at timestamptz not null,
	told_at timestamptz not null,
	constraint troubles_pk primary key (component)
);
comment on table troubles is 'The last alert per component, open or resolved';
