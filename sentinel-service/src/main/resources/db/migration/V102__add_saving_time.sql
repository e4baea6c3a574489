-- When a cursor was saved, in wall time: what the topic got later is looked up there.
alter table tick_cursors add column saved_at timestamptz not null default now();
alter table tick_cursors alter column saved_at drop default;
