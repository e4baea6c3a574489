-- What was asked for, how far it is, and what came of it.
create table backtests (
	id uuid primary key,
	request jsonb not null,
	trials int not null constraint backtests_trials_ck check (trials > 0),
	done int not null default 0,
	state text not null default 'RUNNING' constraint backtests_state_ck check (state in ('RUNNING', 'DONE', 'FAILED')),
	result jsonb,
	failure text,
	created_at timestamptz not null default now(),
	finished_at timestamptz,
	constraint backtests_done_ck check (done between 0 and trials),
	constraint backtests_finished_ck check ((state = 'RUNNING') = (finished_at is null))
);
create index backtests_created_at_ix on backtests (created_at desc);
create index backtests_running_ix on backtests (id) where state = 'RUNNING';

-- One row per trial, whoever ran it and however often: what makes the gathering exact is this key.
create table backtest_trials (
	backtest_id uuid not null references backtests (id) on delete cascade,
	number int not null,
	outcome jsonb not null,
	constraint backtest_trials_pk primary key (backtest_id, number)
);
