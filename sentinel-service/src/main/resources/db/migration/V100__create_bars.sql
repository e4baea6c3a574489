-- Closed bars never change. One partition per month, made when its first bar comes.
create table bars (
	symbol        text            not null,
	timeframe     text            not null,
	open_at       timestamptz     not null,
	open          numeric(38, 18) not null,
	high          numeric(38, 18) not null,
	low           numeric(38, 18) not null,
	close         numeric(38, 18) not null,
	volume        numeric(38, 18) not null,
	trades        bigint          not null,
	last_sequence bigint          not null,
	constraint bars_pk primary key (symbol, timeframe, open_at),
	constraint bars_timeframe_ck check (timeframe in ('1s', '1m', '5m', '15m', '1h', '1d')),
	constraint bars_range_ck check (high >= low and high >= open and high >= close and low <= open and low <= close)
) partition by range (open_at);
