create table agent_logs (
	id uuid not null,
	service text not null,
	bot text,
	kind text not null,
	text text not null,
	facts jsonb not null,
	occurred_at timestamptz not null,
	correlation_id uuid not null,
	causation_id uuid,
	constraint agent_logs_pk primary key (id),
	constraint agent_logs_kind_ck check (kind in ('THOUGHT', 'CRITIQUE', 'DECISION', 'ACTION'))
);
comment on column agent_logs.bot is 'The trader it is about; null where it is about none';
create index agent_logs_occurred_at_ix on agent_logs (occurred_at desc);
create index agent_logs_service_occurred_at_ix on agent_logs (service, occurred_at desc);
create index agent_logs_bot_occurred_at_ix on agent_logs (bot, occurred_at desc) where bot is not null;
