-- One row per bot: what its postings add up to. Locked by whoever writes for the bot, so each bot has one writer at a time.
create table portfolios (
	bot text primary key,
	currency text not null,
	sequence bigint not null,
	capital numeric(38, 18) not null,
	cash numeric(38, 18) not null,
	held numeric(38, 18) not null constraint portfolios_held_ck check (held >= 0),
	fees numeric(38, 18) not null,
	income numeric(38, 18) not null,
	as_of timestamptz not null
);

create table positions (
	bot text not null constraint positions_bot_fk references portfolios,
	symbol text not null,
	quantity numeric(38, 18) not null,
	cost numeric(38, 18) not null,
	realised numeric(38, 18) not null,
	average_price numeric(38, 18) generated always as (case when quantity = 0 then 0 else cost / quantity end) stored,
	changed_at timestamptz not null,
	constraint positions_pk primary key (bot, symbol)
);

create table ledger_transactions (
	id uuid primary key,
	seq bigint generated always as identity,
	key text not null constraint ledger_transactions_key_uq unique,
	kind text not null constraint ledger_transactions_kind_ck
		check (kind in ('OPENING', 'FILL', 'FEE', 'INCOME', 'TRANSFER', 'SPLIT', 'ADJUSTMENT')),
	symbol text, -- none where no instrument is concerned
	order_id uuid, -- none where no order is concerned
	cause text not null,
	occurred_at timestamptz not null,
	booked_at timestamptz not null
);
create index ledger_transactions_order_id_ix on ledger_transactions (order_id) where order_id is not null;

create table postings (
	transaction_id uuid not null constraint postings_transaction_id_fk references ledger_transactions,
	line smallint not null,
	bot text not null,
	account text not null constraint postings_account_ck
		check (account in ('CASH', 'POSITION', 'MARKET', 'FEES', 'CAPITAL', 'ADJUSTMENT', 'INCOME')),
	asset text not null,
	amount numeric(38, 18) not null,
	constraint postings_pk primary key (transaction_id, line)
);
create index postings_account_ix on postings (bot, account, asset);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'The ledger is never changed, book another transaction instead' using errcode = 'restrict_violation';
end
$$;
create trigger ledger_transactions_immutable before update or delete or truncate on ledger_transactions
	for each statement execute function refuse_change();
create trigger postings_immutable before update or delete or truncate on postings
	for each statement execute function refuse_change();

-- Asked at the commit, for every transaction that gained a posting and for every one that has none.
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
	concerned uuid := case tg_table_name when 'postings' then (to_jsonb(new) ->> 'transaction_id')::uuid
		else (to_jsonb(new) ->> 'id')::uuid end;
	lines int;
	unbalanced text;
begin
	select count(*) into lines from postings where transaction_id = concerned;
	if lines < 2 then
		raise exception 'Ledger transaction % has % postings, at least 2 are needed', concerned, lines
			using errcode = 'check_violation', constraint = 'postings_two_ck';
	end if;
	select string_agg(asset || ' ' || sum, ', ') into unbalanced
	from (select asset, sum(amount) as sum from postings where transaction_id = concerned group by asset having sum(amount) <> 0) s;
	if unbalanced is not null then
		raise exception 'Ledger transaction % does not sum to zero: %', concerned, unbalanced
			using errcode = 'check_violation', constraint = 'postings_balance_ck';
	end if;
	return null;
end
$$;
create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
	deferrable initially deferred for each row execute function refuse_unbalanced();
-- Catches lines added to a transaction that stood already; those written with it are checked with it.
create constraint trigger postings_balanced after insert on postings
	deferrable initially deferred for each row execute function refuse_unbalanced();

create table holds (
	order_id uuid primary key,
	bot text not null constraint holds_bot_fk references portfolios,
	amount numeric(38, 18) not null,
	remaining numeric(38, 18) not null,
	state text not null constraint holds_state_ck check (state in ('PENDING', 'POSTED', 'VOIDED')),
	placed_at timestamptz not null,
	changed_at timestamptz not null,
	constraint holds_remaining_ck check (remaining between 0 and amount and (state = 'PENDING' or remaining = 0))
);
create index holds_pending_ix on holds (bot) where state = 'PENDING';

-- When the books were opened: what the broker's history told before is in the opening balance already.
create table openings (
	account text primary key,
	opened_at timestamptz not null,
	history_until timestamptz not null,
	known_activity_ids text[] not null
);
