-- How the venue lets things be traded, as it said last; null where it has never said. What it stops saying stays as it was.
create table listings (
	symbol text primary key,
	tradable boolean,
	fractionable boolean,
	shortable boolean,
	least_quantity numeric(38,18),
	quantity_step numeric(38,18),
	price_step numeric(38,18),
	read_at timestamptz not null,
	constraint listings_positive_ck check (least_quantity > 0 and quantity_step > 0 and price_step > 0)
);
