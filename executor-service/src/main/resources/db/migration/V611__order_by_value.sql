alter table orders
	add column notional numeric(38, 18), -- what to spend; none for an order by quantity
	add column by_value boolean not null default false; -- the quantity is an estimate, until the venue says that it has filled
drop index orders_unsettled_ix;
create index orders_unsettled_ix on orders (changed_at)
	where state in ('INTENDED', 'SENT', 'UNKNOWN') or reported_quantity > filled_quantity or awaits_legs or by_value;
