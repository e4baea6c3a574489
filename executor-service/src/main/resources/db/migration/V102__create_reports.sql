create table portfolio_snapshots (
	id uuid primary key,
	bot text not null,
	sequence bigint not null,
	capital numeric(38, 18) not null,
	cash numeric(38, 18) not null,
	held numeric(38, 18) not null,
	positions_value numeric(38, 18) not null,
	equity numeric(38, 18) not null,
	realised numeric(38, 18) not null,
	unrealised numeric(38, 18) not null,
	fees numeric(38, 18) not null,
	occurred_at timestamptz not null,
	taken_at timestamptz not null
);
create index portfolio_snapshots_bot_taken_at_ix on portfolio_snapshots (bot, taken_at);

create table reconciliations (
	id uuid primary key,
	reason text not null,
	drifts int not null,
	booked int not null,
	summary text not null,
	facts jsonb not null,
	finished_at timestamptz not null
);
create index reconciliations_finished_at_ix on reconciliations (finished_at);
