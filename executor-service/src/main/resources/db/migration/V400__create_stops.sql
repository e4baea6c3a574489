-- Why no new entries are taken, one row per cause. Written behind an exclusive advisory lock, read behind a shared one.
create table entry_blocks (
	cause text primary key,
	reason text not null,
	blocked_at timestamptz not null
);

create table emergency_stops (
	id uuid primary key,
	reason text not null,
	called_at timestamptz not null,
	cancelled_at timestamptz, -- none until the venue was asked to cancel everything
	flat_at timestamptz, -- none while something is open or held
	resumed_at timestamptz, -- none while entries are blocked by it
	resume_reason text, -- none while entries are blocked by it
	problem text -- what held it up last, none where nothing did
);
create unique index emergency_stops_one_uq on emergency_stops ((true)) where resumed_at is null;

-- What was left at the venue when the executor stopped.
create table farewells (
	id uuid primary key,
	summary text not null,
	cancelled text[] not null,
	left_open text[] not null,
	stopped_at timestamptz not null
);
create index farewells_stopped_at_ix on farewells (stopped_at);

-- Real money was asked for, by whom, and on which record. Never changed.
create table live_acknowledgements (
	id uuid primary key,
	name text not null,
	statement text not null,
	paper_record text not null,
	seal text not null, -- of all of the above
	signed_at timestamptz not null
);
create trigger live_acknowledgements_immutable before update or delete or truncate on live_acknowledgements
	for each statement execute function refuse_change();

-- How much of each position the venue has confirmed a live stop for. A bracket's legs live once their entry has filled whole; a
-- stop of the executor's own, known by its client order id, lives by itself.
create view position_covers as
select p.bot, p.symbol, p.quantity, coalesce(sum(l.quantity - l.filled_quantity), 0) as covered,
	coalesce(bool_or(l.own), false) as own, max(l.stop_price) as stop_price
from positions p
left join lateral (
	select s.quantity, s.filled_quantity, s.stop_price, s.client_order_id = s.bot || '-' || s.id as own
	from orders s left join orders e on e.id = s.parent_id
	where s.bot = p.bot and s.symbol = p.symbol and s.role = 'STOP_LOSS' and s.state in ('ACCEPTED', 'PARTIALLY_FILLED')
		and s.venue_order_id is not null and (s.client_order_id = s.bot || '-' || s.id or e.filled_quantity = e.quantity)
) l on true
where p.quantity > 0
group by p.bot, p.symbol, p.quantity;
