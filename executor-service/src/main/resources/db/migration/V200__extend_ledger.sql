-- A fraction of a share that a split leaves over is paid out: sold, and nobody traded.
alter table ledger_transactions drop constraint ledger_transactions_kind_ck;
alter table ledger_transactions add constraint ledger_transactions_kind_ck
	check (kind in ('OPENING', 'FILL', 'FEE', 'INCOME', 'TRANSFER', 'SPLIT', 'IN_LIEU', 'ADJUSTMENT'));
create index ledger_transactions_adjustments_ix on ledger_transactions (seq) where kind = 'ADJUSTMENT';

-- What an order paid so far is not set aside as well.
alter table holds add column paid numeric(38, 18) not null default 0;

alter table reconciliations
	add column settled boolean not null default true,
	add column findings jsonb not null default '[]',
	add column unexplained numeric(38, 18) not null default 0,
	add column history_until timestamptz; -- none where the run was not settled: the next one looks as far back as the one before

alter table portfolio_snapshots
	add column income numeric(38, 18) not null default 0,
	add column modelled_fees numeric(38, 18) not null default 0;
