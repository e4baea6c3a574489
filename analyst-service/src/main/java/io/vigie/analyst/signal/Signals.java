package io.vigie.analyst.signal;

import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The signals that were raised; storing one again changes nothing. */
@Repository
@EnableConfigurationProperties(SignalSettings.class)
class Signals {

	private static final String INSERT = """
			insert into signals (id, bot, strategy, symbol, timeframe, bar_at, action, confidence, price, indicators, reasoning,
				correlation_id, causation_id, said_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
			on conflict do nothing""";
	private static final TypeReference<Map<String, BigDecimal>> INDICATORS = new TypeReference<>() {
	};

	private final JdbcTemplate jdbc;
	private final JdbcClient client;
	private final JsonMapper mapper;
	private final SignalSettings settings;
	private final Clock clock;

	Signals(JdbcTemplate jdbc, JdbcClient client, JsonMapper mapper, SignalSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.client = client;
		this.mapper = mapper;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	void keep(List<Message<SignalMessage>> batch) {
		jdbc.batchUpdate(INSERT, batch, batch.size(), (statement, message) -> {
			switch (message.data()) {
				case SignalRaised signal -> bind(statement, message, signal);
			}
		});
	}

	/** Newest bars first. */
	List<StoredSignal> newest(@Nullable String bot, @Nullable String symbol, int limit) {
		var select = new StringBuilder("select * from signals where true");
		select.append(bot == null ? "" : " and bot = :bot").append(symbol == null ? "" : " and symbol = :symbol");
		return client.sql(select.append(" order by bar_at desc, id limit :limit").toString())
			.param("bot", bot)
			.param("symbol", symbol)
			.param("limit", limit)
			.query(this::read)
			.list();
	}

	/** How many were said since, by bot. */
	Map<String, Long> countSince(Instant saidAt) {
		return client.sql("select bot, count(*) as signals from signals where said_at >= :since group by bot")
			.param("since", saidAt.atOffset(ZoneOffset.UTC))
			.query((row, _) -> Map.entry(row.getString("bot"), row.getLong("signals")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void forgetOld() {
		jdbc.update("delete from signals where stored_at < ?", clock.instant().minus(settings.signalsKept()).atOffset(ZoneOffset.UTC));
	}

	private void bind(PreparedStatement statement, Message<SignalMessage> message, SignalRaised signal) throws SQLException {
		int column = 0;
		statement.setObject(++column, message.id());
		statement.setString(++column, signal.bot());
		statement.setString(++column, signal.strategy());
		statement.setString(++column, signal.symbol());
		statement.setString(++column, signal.timeframe().code());
		statement.setObject(++column, signal.barAt().atOffset(ZoneOffset.UTC));
		statement.setString(++column, signal.action().name());
		statement.setBigDecimal(++column, signal.confidence());
		statement.setBigDecimal(++column, signal.price());
		statement.setString(++column, mapper.writeValueAsString(signal.indicators()));
		statement.setString(++column, signal.reasoning());
		statement.setObject(++column, message.correlationId());
		statement.setObject(++column, message.causationId());
		statement.setObject(++column, message.at().atOffset(ZoneOffset.UTC));
	}

	private StoredSignal read(ResultSet row, int number) throws SQLException {
		return new StoredSignal(row.getObject("id", UUID.class), row.getString("bot"), row.getString("strategy"),
				row.getString("symbol"), row.getString("timeframe"), instant(row, "bar_at"), Action.valueOf(row.getString("action")),
				row.getBigDecimal("confidence"), row.getBigDecimal("price").stripTrailingZeros(),
				mapper.readValue(row.getString("indicators"), INDICATORS), row.getString("reasoning"),
				row.getObject("correlation_id", UUID.class), instant(row, "said_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}
}
