-- What the strategies saw. The id follows from bot, symbol, bar and strategy, so storing it again changes nothing.
create table signals (
	id uuid primary key,
	bot text not null,
	strategy text not null,
	symbol text not null,
	timeframe text not null,
	bar_at timestamptz not null,
	action text not null constraint signals_action_ck check (action in ('BUY', 'CLOSE')),
	confidence numeric(5, 4) not null constraint signals_confidence_ck check (confidence between 0 and 1),
	price numeric(38, 18) not null,
	indicators jsonb not null,
	reasoning text not null,
	correlation_id uuid not null,
	causation_id uuid,
	said_at timestamptz not null,
	stored_at timestamptz not null default now()
);
create index signals_bar_at_ix on signals (bar_at desc, id);
create index signals_bot_bar_at_ix on signals (bot, bar_at desc, id);
create index signals_symbol_bar_at_ix on signals (symbol, bar_at desc, id);
