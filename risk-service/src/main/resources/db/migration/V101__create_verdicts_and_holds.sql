create table verdicts (
	proposal_id uuid primary key,
	bot text not null,
	strategy text not null,
	symbol text not null,
	action text not null,
	approved boolean not null,
	confidence numeric(38,18) not null,
	price numeric(38,18) not null,
	quantity numeric(38,18) not null,
	-- Exits carry neither.
	stop_loss numeric(38,18),
	take_profit numeric(38,18),
	hold numeric(38,18) not null,
	reason text not null,
	rules jsonb not null,
	correlation_id uuid not null,
	market_at timestamptz not null,
	decided_at timestamptz not null,
	constraint verdicts_action_ck check (action in ('BUY', 'CLOSE', 'HOLD')),
	constraint verdicts_hold_ck check (hold >= 0 and (approved or hold = 0))
);
create index verdicts_decided_at_ix on verdicts (decided_at desc, proposal_id);
create index verdicts_bot_ix on verdicts (bot, decided_at desc);

-- Cash set aside for entries, and holdings being sold. A row is open until its order has ended (ended_sequence is set) and
-- the portfolio of that sequence is known; that a portfolio supersedes it is a comparison, never an update.
create table holds (
	proposal_id uuid primary key,
	bot text not null,
	symbol text not null,
	amount numeric(38,18) not null,
	approved_at timestamptz not null,
	ended_sequence bigint,
	ended_at timestamptz,
	constraint holds_amount_ck check (amount > 0),
	constraint holds_ended_ck check ((ended_sequence is null) = (ended_at is null))
);
create index holds_bot_ix on holds (bot, ended_sequence);

create table closings (
	order_id uuid primary key,
	bot text not null,
	symbol text not null,
	quantity numeric(38,18) not null,
	ended_sequence bigint,
	constraint closings_quantity_ck check (quantity >= 0)
);
create index closings_bot_ix on closings (bot, ended_sequence);
