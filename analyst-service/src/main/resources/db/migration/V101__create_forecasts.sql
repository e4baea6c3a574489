-- What each source foresaw and what came of it. A signal is a forecast: the price will go that way, with this probability.
create table forecasts (
	id uuid primary key,
	source text not null,
	symbol text not null,
	timeframe text not null,
	bar_at timestamptz not null,
	due_at timestamptz not null,
	up boolean not null,
	confidence numeric(5, 4) not null constraint forecasts_confidence_ck check (confidence between 0 and 1),
	price numeric(38, 18) not null,
	came_at timestamptz,
	came_price numeric(38, 18),
	-- Nothing where the price did not move: that bears nobody out.
	hit boolean generated always as (case when came_price is null or came_price = price then null
		else (came_price > price) = up end) stored,
	stored_at timestamptz not null default now(),
	constraint forecasts_came_ck check ((came_at is null) = (came_price is null))
);
create index forecasts_open_ix on forecasts (symbol, timeframe, due_at) where came_at is null;
create index forecasts_source_ix on forecasts (source, symbol);

-- Closes of what sources watch, kept for as long as a forecast may wait for them.
create table closes (
	symbol text not null,
	timeframe text not null,
	close_at timestamptz not null,
	price numeric(38, 18) not null,
	stored_at timestamptz not null default now(),
	constraint closes_pk primary key (symbol, timeframe, close_at)
);
