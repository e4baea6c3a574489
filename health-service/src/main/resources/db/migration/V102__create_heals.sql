create table heals (
	id uuid not null,
	component text not null,
	trigger text not null,
	result text not null,
	why text not null,
	before text not null,
	after text not null,
	started_at timestamptz not null,
	finished_at timestamptz not null,
	constraint heals_pk primary key (id),
	constraint heals_result_ck check (result in ('HEALED', 'NOT_NEEDED', 'REFUSED', 'FAILED')),
	constraint heals_trigger_ck check (trigger in ('REQUEST', 'AUTOMATIC'))
);
comment on table heals is 'What was done, or refused, to bring something back, with the evidence before and after';
create index heals_started_at_ix on heals (started_at desc);
