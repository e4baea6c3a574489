-- What trailing stops, and targets with a stop beside them, are written with.
alter table orders
	add column stop_limit numeric(38, 18), -- the least that the stop beside a target sells at
	add column trail_price numeric(38, 18),
	add column trail_percent numeric(38, 18);

-- The stop beside a target of the executor's own lives from the beginning: there is no entry that it waits for.
create or replace view position_covers as
select p.bot, p.symbol, p.quantity, coalesce(sum(l.quantity - l.filled_quantity), 0) as covered,
	coalesce(bool_or(l.own), false) as own, max(l.stop_price) as stop_price
from positions p
left join lateral (
	select s.quantity, s.filled_quantity, s.stop_price, s.client_order_id = s.bot || '-' || s.id as own
	from orders s left join orders e on e.id = s.parent_id
	where s.bot = p.bot and s.symbol = p.symbol and s.role = 'STOP_LOSS' and s.state in ('ACCEPTED', 'PARTIALLY_FILLED')
		and s.venue_order_id is not null
		and (s.client_order_id = s.bot || '-' || s.id or e.role <> 'ENTRY' or e.filled_quantity = e.quantity)
) l on true
where p.quantity > 0
group by p.bot, p.symbol, p.quantity;
