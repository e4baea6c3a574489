-- Times in which a bot may not buy (market time), and why. Ended and lifted ones are kept.
create table locks (
	id uuid primary key,
	kind text not null,
	bot text not null,
	-- None where the bot may buy nothing at all.
	symbol text,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	allowed numeric(38,18) not null,
	seen numeric(38,18) not null,
	reason text not null,
	cause text not null,
	made_at timestamptz not null,
	lifted_at timestamptz,
	lifted_by text,
	lifted_because text,
	constraint locks_kind_ck check (kind in ('COOLDOWN', 'STOP_OUT_GUARD', 'MAX_DRAWDOWN', 'DAILY_LOSS', 'LOSING_SYMBOL')),
	constraint locks_lifted_ck check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null))
);
create index locks_standing_ix on locks (ends_at) where lifted_at is null;
create index locks_bot_ix on locks (bot, made_at desc);

-- What was sold, fill by fill.
create table sales (
	trade_id uuid primary key,
	bot text not null,
	symbol text not null,
	order_id uuid not null,
	stop_out boolean not null,
	realised numeric(38,18) not null,
	proceeds numeric(38,18) not null,
	traded_at timestamptz not null
);
create index sales_bot_ix on sales (bot, traded_at);

-- What a bot was worth, bar by bar of its own timeframe.
create table equity_bars (
	bot text not null,
	opened_at timestamptz not null,
	first_at timestamptz not null,
	first numeric(38,18) not null,
	high numeric(38,18) not null,
	low numeric(38,18) not null,
	primary key (bot, opened_at)
);

-- Order rate: what was granted around a moment of the market.
create index verdicts_entries_ix on verdicts (bot, market_at) where approved and action = 'BUY';

-- Ended holds and closings are kept; what is open is found without looking at them.
create index holds_open_ix on holds (bot) where ended_sequence is null;
create index closings_open_ix on closings (bot) where ended_sequence is null;
