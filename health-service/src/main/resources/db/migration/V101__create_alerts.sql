create table alerts (
	id uuid not null,
	component text not null,
	severity text not null,
	summary text not null,
	detail text not null,
	source text not null,
	since_at timestamptz not null,
	resolved_at timestamptz,
	resolution text not null,
	constraint alerts_pk primary key (id),
	constraint alerts_severity_ck check (severity in ('INFO', 'WARNING', 'CRITICAL')),
	constraint alerts_source_ck check (source in ('probe', 'prometheus'))
);
comment on column alerts.resolved_at is 'Null while it is open';
create index alerts_since_at_ix on alerts (since_at desc);
create unique index alerts_open_uq on alerts (component) where resolved_at is null;
