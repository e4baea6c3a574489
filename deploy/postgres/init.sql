-- One schema and one login role per service, and one role that may only read (Grafana, reports).
-- Run by the superuser in the database that holds Vigie, as often as one likes: it only adds what is missing.
-- The password of all roles is the setting vigie.password (psql: PGOPTIONS="-c vigie.password=..."), 'vigie' without it.

do $$
declare
	service text;
	password text := coalesce(nullif(current_setting('vigie.password', true), ''), 'vigie');
begin
	if not exists (select from pg_roles where rolname = 'reader') then
		create role reader login;
	end if;
	execute format('alter role reader login password %L', password);
	alter role reader set default_transaction_read_only = on;
	-- Dashboards show how busy the database is, which takes seeing the sessions of others.
	grant pg_read_all_stats to reader;

	foreach service in array array['sentinel', 'analyst', 'risk', 'executor', 'orchestrator', 'health'] loop
		if not exists (select from pg_roles where rolname = service) then
			execute format('create role %I login', service);
		end if;
		execute format('alter role %I login password %L', service, password);
		execute format('create schema if not exists %I authorization %I', service, service);
		execute format('alter role %I in database %I set search_path = %I', service, current_database(), service);
		-- What the service creates later is readable too.
		execute format('grant usage on schema %I to reader', service);
		execute format('grant select on all tables in schema %I to reader', service);
		execute format('alter default privileges for role %I in schema %I grant select on tables to reader',
			service, service);
	end loop;

	-- Nobody writes outside a schema of their own.
	revoke create on schema public from public;
	execute format('revoke temporary on database %I from public', current_database());
	alter role reader set search_path = executor, analyst, risk, sentinel, orchestrator, health;
end
$$;
