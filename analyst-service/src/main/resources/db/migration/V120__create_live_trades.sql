-- What bots really traded and what risk refused them, as told on the topics; compared with backtests of the last days.
create table live_trades (
	id uuid primary key,
	bot text not null,
	symbol text not null,
	side text not null constraint live_trades_side_ck check (side in ('BUY', 'SELL')),
	quantity numeric(38, 18) not null,
	price numeric(38, 18) not null,
	traded_at timestamptz not null,
	stored_at timestamptz not null default now()
);
create index live_trades_bot_ix on live_trades (bot, symbol, traded_at);

create table refused_entries (
	id uuid primary key,
	bot text not null,
	symbol text not null,
	bar_at timestamptz not null,
	reason text not null,
	stored_at timestamptz not null default now()
);
create index refused_entries_bot_ix on refused_entries (bot, symbol, bar_at);
