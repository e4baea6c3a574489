create table replays (
	id uuid not null,
	topic text not null,
	partition integer not null,
	record_offset bigint not null,
	replayed_at timestamptz not null,
	constraint replays_pk primary key (id)
);
comment on table replays is 'Dead letters that were put back on their topic';
create index replays_topic_partition_record_offset_ix on replays (topic, partition, record_offset);
