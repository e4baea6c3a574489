create table component_states (
	component text not null,
	since_at timestamptz not null,
	state text not null,
	why text not null,
	until_at timestamptz,
	incident_at timestamptz,
	constraint component_states_pk primary key (component, since_at),
	constraint component_states_state_ck check (state in ('UNKNOWN', 'UP', 'DEGRADED', 'DOWN'))
);
comment on table component_states is 'Every state a component was in; until_at is null for the present one, incident_at where it is part of an incident';
create unique index component_states_present_uq on component_states (component) where until_at is null;
create index component_states_since_at_ix on component_states (since_at desc);
