package io.vigie.orchestrator.outlook;

import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Message;
import io.vigie.common.sql.Plain;
import io.vigie.orchestrator.pace.Link;
import io.vigie.orchestrator.pace.Market;
import io.vigie.orchestrator.pace.Outlook;
import io.vigie.orchestrator.pace.Trouble;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers the latest word on market, links and health. Hearing a word twice, or an older one after a newer, changes
 * nothing, so no inbox is needed here.
 */
@Service
public class OutlookBook {

	private final JdbcClient jdbc;
	private final JsonMapper mapper;

	OutlookBook(JdbcClient jdbc, JsonMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	public Outlook outlook() {
		return new Outlook(market(), troubles(), links());
	}

	@Transactional
	public void scanned(Map<String, String> facts, Instant at) {
		ScanFacts scan = ScanFacts.of(facts);
		jdbc.sql("""
				insert into markets (name, volatility, open, tick_age_ms, facts, seen_at)
				values ('market', :volatility::numeric, :open, :age::bigint, :facts::jsonb, :at)
				on conflict (name) do update set volatility = excluded.volatility, open = excluded.open,
				tick_age_ms = excluded.tick_age_ms, facts = excluded.facts, seen_at = excluded.seen_at
				where markets.seen_at <= excluded.seen_at""")
			.param("volatility", scan.volatility())
			.param("open", scan.open())
			.param("age", scan.tickAge() == null ? null : scan.tickAge().toMillis())
			.param("facts", mapper.writeValueAsString(facts))
			.param("at", Timestamp.from(at))
			.update();
	}

	@Transactional
	public void connected(List<Message<ConnectionMessage>> messages) {
		for (Message<ConnectionMessage> message : messages) {
			switch (message.data()) {
				case ConnectionChanged link -> jdbc.sql("""
						insert into links (name, state, since_at, reason, told_at) values (?, ?, ?, ?, ?)
						on conflict (name) do update set state = excluded.state, since_at = excluded.since_at,
						reason = excluded.reason, told_at = excluded.told_at where links.told_at <= excluded.told_at""")
					.params(link.link(), link.state().name(), Timestamp.from(link.since()), link.reason(),
							Timestamp.from(message.at()))
					.update();
			}
		}
	}

	@Transactional
	public void alerted(List<Message<AlertMessage>> messages) {
		for (Message<AlertMessage> message : messages) {
			switch (message.data()) {
				case AlertRaised it -> trouble(it.component(), true, it.severity().name(), it.summary(), it.since(), message.at());
				case AlertResolved it -> trouble(it.component(), false, "INFO", it.summary(), it.since(), message.at());
			}
		}
	}

	private void trouble(String component, boolean open, String severity, String summary, Instant since, Instant at) {
		jdbc.sql("""
				insert into troubles (component, open, severity, summary, since_at, told_at) values (?, ?, ?, ?, ?, ?)
				on conflict (component) do update set open = excluded.open, severity = excluded.severity,
				summary = excluded.summary, since_at = excluded.since_at, told_at = excluded.told_at
				where troubles.told_at <= excluded.told_at""")
			.params(component, open, severity, summary, Timestamp.from(since), Timestamp.from(at))
			.update();
	}

	private Market market() {
		return jdbc.sql("select volatility, open, tick_age_ms, seen_at from markets where name = 'market'")
			.query((row, _) -> new Market(Plain.decimalOrNull(row, "volatility"), row.getBoolean("open"),
					row.getObject("tick_age_ms") == null ? null : Duration.ofMillis(row.getLong("tick_age_ms")),
					row.getTimestamp("seen_at").toInstant()))
			.optional()
			.orElse(Market.UNSEEN);
	}

	private List<Trouble> troubles() {
		return jdbc.sql("select component, severity, since_at, summary from troubles where open and severity <> 'INFO' order by component")
			.query((row, _) -> new Trouble(row.getString("component"), row.getString("severity").equals("CRITICAL"),
					row.getTimestamp("since_at").toInstant(), row.getString("summary")))
			.list();
	}

	private List<Link> links() {
		return jdbc.sql("select name, state, since_at, reason from links order by name")
			.query((row, _) -> new Link(row.getString("name"), row.getString("state").equals("UP"),
					row.getTimestamp("since_at").toInstant(), row.getString("reason")))
			.list();
	}
}
