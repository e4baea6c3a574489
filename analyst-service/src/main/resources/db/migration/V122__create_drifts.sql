-- The last comparison of live trades with a backtest, as a whole; the next one takes its place.
create table drifts (
	bot text not null,
	symbol text not null,
	side text not null constraint drifts_side_ck check (side in ('BUY', 'SELL')),
	live_at timestamptz,
	live_price numeric(38, 18),
	backtest_at timestamptz,
	backtest_price numeric(38, 18),
	basis_points numeric(20, 2),
	cause text not null,
	explanation text not null,
	compared_at timestamptz not null default now(),
	constraint drifts_at_ck check (live_at is not null or backtest_at is not null)
);
