package io.vigie.orchestrator.log;

import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.LogMessage;
import io.vigie.common.message.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps all diaries. An entry is stored once, however often it is heard: its id is the message's. */
@Service
@EnableConfigurationProperties(LogSettings.class)
public class LogStore {

	private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {
	};

	private final JdbcTemplate batches;
	private final JdbcClient jdbc;
	private final JsonMapper mapper;
	private final LogSettings settings;
	private final Clock clock;

	LogStore(JdbcTemplate batches, JdbcClient jdbc, JsonMapper mapper, LogSettings settings, Clock clock) {
		this.batches = batches;
		this.jdbc = jdbc;
		this.mapper = mapper;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	public void keep(List<Message<LogMessage>> messages) {
		batches.batchUpdate("""
				insert into agent_logs (id, service, bot, kind, text, facts, occurred_at, correlation_id, causation_id)
				values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""", messages, messages.size(), (row, message) -> {
			switch (message.data()) {
				case AgentLogged entry -> {
					row.setObject(1, message.id());
					row.setString(2, entry.service());
					row.setString(3, entry.bot());
					row.setString(4, entry.kind().name());
					row.setString(5, entry.text());
					row.setString(6, mapper.writeValueAsString(entry.facts()));
					row.setTimestamp(7, Timestamp.from(entry.occurredAt()));
					row.setObject(8, message.correlationId());
					row.setObject(9, message.causationId());
				}
			}
		});
	}

	/** The latest first; a filter that is null lets everything through. */
	public List<LogEntry> last(@Nullable String service, @Nullable String bot, AgentLogged.@Nullable Kind kind, int limit) {
		return jdbc.sql("""
				select * from agent_logs where (:service::text is null or service = :service) and (:bot::text is null or bot = :bot)
				and (:kind::text is null or kind = :kind) order by occurred_at desc, id desc limit :limit""")
			.param("service", service)
			.param("bot", bot)
			.param("kind", kind == null ? null : kind.name())
			.param("limit", limit)
			.query((row, _) -> new LogEntry(row.getObject("id", UUID.class), row.getString("service"), row.getString("bot"),
					row.getString("kind"), row.getString("text"), mapper.readValue(row.getString("facts"), FACTS),
					row.getTimestamp("occurred_at").toInstant(), row.getObject("correlation_id", UUID.class),
					row.getObject("causation_id", UUID.class)))
			.list();
	}

	@Transactional
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
	public void forgetOld() {
		jdbc.sql("delete from agent_logs where occurred_at < ?").param(Timestamp.from(clock.instant().minus(settings.kept()))).update();
		jdbc.sql("""
				delete from agent_logs where occurred_at <
				(select occurred_at from agent_logs order by occurred_at desc offset ? limit 1)""").param(settings.rows()).update();
	}
}
