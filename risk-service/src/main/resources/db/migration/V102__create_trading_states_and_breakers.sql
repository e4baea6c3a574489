-- Who allowed or stopped trading, when and why. The last row of a bot counts, and the last without a bot, which is about all.
create table trading_states (
	id bigint generated always as identity primary key,
	bot text,
	state text not null,
	reason text not null,
	changed_by text not null,
	changed_at timestamptz not null,
	constraint trading_states_state_ck check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
	constraint trading_states_reason_ck check (reason <> '')
);
create index trading_states_bot_ix on trading_states (bot, id desc);

-- Per link: failures in a row, whether that tripped the breaker, and since when it has been good again.
create table breakers (
	link text primary key,
	failures integer not null,
	reason text not null,
	tripped_at timestamptz,
	good_since timestamptz
);
