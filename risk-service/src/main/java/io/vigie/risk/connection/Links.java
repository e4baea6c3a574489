package io.vigie.risk.connection;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Links extends Repository<Link, String> {

	@Modifying
	@NativeQuery("""
			insert into links (link, state, failures, reason, since, heard_at)
			values (:link, :state, :failures, :reason, :since, :heardAt)
			on conflict (link) do update set state = excluded.state, failures = excluded.failures, reason = excluded.reason,
				since = excluded.since, heard_at = excluded.heard_at""")
	int hear(String link, String state, int failures, String reason, Instant since, Instant heardAt);
}
