create table tasks (
	id uuid not null,
	kind text not null,
	owner text not null,
	state text not null,
	priority integer not null,
	attempt integer not null,
	reasoning text not null,
	summary text not null,
	queued_at timestamptz not null,
	started_at timestamptz,
	deadline_at timestamptz,
	finished_at timestamptz,
	version bigint not null,
	constraint tasks_pk primary key (id),
	constraint tasks_state_ck check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
	constraint tasks_attempt_ck check (attempt > 0),
	constraint tasks_started_ck check (state not in ('RUNNING', 'EXPIRED') or started_at is not null and deadline_at is not null)
);
comment on table tasks is 'What was to be done, by whom, why, and what came of it';
-- The database itself refuses a second one at work, whatever two instances believe.
create unique index tasks_running_uq on tasks (kind, owner) where state = 'RUNNING';
create unique index tasks_queued_uq on tasks (kind, owner) where state = 'QUEUED';
create index tasks_kind_queued_at_ix on tasks (kind, queued_at desc);
create index tasks_queued_at_ix on tasks (queued_at);

create table schedules (
	kind text not null,
	interval_ms bigint not null,
	due_at timestamptz not null,
	held boolean not null,
	reasoning text not null,
	since_at timestamptz not null,
	constraint schedules_pk primary key (kind)
);
comment on table schedules is 'When each kind of task is due next; since_at is when it got its present interval';

create table decisions (
	id uuid not null,
	kind text not null,
	choice text not null,
	reasoning text not null,
	task_id uuid,
	decided_at timestamptz not null,
	constraint decisions_pk primary key (id),
	constraint decisions_choice_ck check (choice in ('RUN', 'RETIME', 'HOLD', 'RESUME', 'WAIT', 'EXPIRE', 'RETRY', 'GIVE_UP'))
);
create index decisions_decided_at_ix on decisions (decided_at desc);
