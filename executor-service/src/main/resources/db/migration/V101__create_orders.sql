create table orders (
	id uuid primary key,
	bot text not null constraint orders_bot_fk references portfolios,
	client_order_id text not null constraint orders_client_order_id_uq unique,
	venue_order_id text constraint orders_venue_order_id_uq unique, -- none until the venue has said it
	proposal_id uuid, -- none for what risk did not approve: foreign orders and legs
	parent_id uuid constraint orders_parent_id_fk references orders, -- the entry a leg protects
	symbol text not null,
	side text not null constraint orders_side_ck check (side in ('BUY', 'SELL')),
	type text not null constraint orders_type_ck check (type in ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP')),
	role text not null constraint orders_role_ck check (role in ('ENTRY', 'EXIT', 'STOP_LOSS', 'TAKE_PROFIT', 'FOREIGN')),
	time_in_force text not null,
	quantity numeric(38, 18) not null constraint orders_quantity_ck check (quantity > 0),
	limit_price numeric(38, 18),
	stop_price numeric(38, 18),
	stop_loss numeric(38, 18),
	take_profit numeric(38, 18),
	state text not null constraint orders_state_ck check (state in ('INTENDED', 'SENT', 'UNKNOWN', 'ACCEPTED',
		'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')),
	filled_quantity numeric(38, 18) not null,
	reported_quantity numeric(38, 18) not null,
	average_price numeric(38, 18), -- none until something filled
	reason text not null,
	changes int not null,
	awaits_legs boolean not null, -- a bracket whose legs the venue has not named yet
	verdict jsonb, -- the whole message that led to it; none where no verdict did
	correlation_id uuid not null,
	causation_id uuid, -- none where something began with the order
	began_at timestamptz not null,
	decided_at timestamptz not null,
	intended_at timestamptz not null,
	changed_at timestamptz not null,
	constraint orders_filled_quantity_ck check (filled_quantity between 0 and quantity)
);
create index orders_open_ix on orders (bot, symbol) where state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED');
create index orders_unsettled_ix on orders (changed_at)
	where state in ('INTENDED', 'SENT', 'UNKNOWN') or reported_quantity > filled_quantity or awaits_legs;
create index orders_parent_id_ix on orders (parent_id) where parent_id is not null;
create index orders_changed_at_ix on orders (changed_at);

-- Every step of every order's life.
create table order_states (
	order_id uuid not null constraint order_states_order_id_fk references orders,
	change int not null,
	state text not null,
	filled_quantity numeric(38, 18) not null,
	reason text not null,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	constraint order_states_pk primary key (order_id, change)
);

create table trades (
	id uuid primary key,
	order_id uuid not null constraint trades_order_id_fk references orders,
	bot text not null,
	symbol text not null,
	side text not null,
	role text not null,
	quantity numeric(38, 18) not null,
	price numeric(38, 18) not null,
	cumulative_quantity numeric(38, 18) not null,
	fee numeric(38, 18) not null,
	realised numeric(38, 18) not null,
	ledger_sequence bigint not null,
	transaction_id uuid not null constraint trades_transaction_id_fk references ledger_transactions,
	traded_at timestamptz not null,
	booked_at timestamptz not null,
	constraint trades_order_id_cumulative_quantity_uq unique (order_id, cumulative_quantity)
);
create index trades_bot_traded_at_ix on trades (bot, traded_at desc);
create index trades_booked_at_ix on trades (booked_at);
