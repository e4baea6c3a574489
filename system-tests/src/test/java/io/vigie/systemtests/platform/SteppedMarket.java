package io.vigie.systemtests.platform;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/**
 * A simulator whose time is moved print by print, each time until the platform has done all that follows: so the time between
 * two prints is longer than any way from a print to the venue, on however slow a machine. Whether everything is done is asked
 * from the beginning of the way to its end; what lies behind is not done before what lies ahead of it has been handed on.
 */
final class SteppedMarket implements AutoCloseable {

	private static final String OUTBOXES = "select (select count(*) from risk.outbox) + (select count(*) from executor.outbox)";
	private static final String UNDER_WAY = """
			select count(*) from executor.orders
			where state in ('INTENDED', 'SENT', 'UNKNOWN') or reported_quantity > filled_quantity or awaits_legs""";

	private final Platform platform;
	private final Admin kafka;
	private final Connection database;

	SteppedMarket(Platform platform) throws SQLException {
		this.platform = platform;
		kafka = Admin.create(Map.of("bootstrap.servers", "localhost:" + platform.port("kafka")));
		database = DriverManager.getConnection("jdbc:postgresql://localhost:" + platform.port("postgres") + "/vigie", "reader", "vigie");
	}

	/** The next print is due then, and has not been made. */
	Instant start() {
		return Instant.parse(platform.http("simulator").get("/v2/clock").get("timestamp").asString()).plusNanos(1);
	}

	/** @param barAt opening of the last bar that the analyst must have seen by then */
	void advance(int seconds, Instant barAt) {
		platform.http("simulator").send("POST", "/simulator/advance", "{\"seconds\":" + seconds + "}");
		Awaitility.await("everything that follows from the print").atMost(Duration.ofSeconds(60)).pollInSameThread()
			.pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(25)).ignoreExceptions().until(() -> isQuiet(barAt));
	}

	private boolean isQuiet(Instant barAt) throws SQLException, InterruptedException, ExecutionException {
		return platform.http("analyst").get("/analyst/status").get("watched").valueStream()
			.allMatch(it -> it.path("last_bar_at").asString("").equals(barAt.toString()))
				&& read("analyst", "sentinel.bars.v1") && read("risk", "analyst.proposals.v1") && count(OUTBOXES) == 0
				&& read("executor", "risk.verdicts.v1") && count(UNDER_WAY) == 0 && isBooked() && count(OUTBOXES) == 0
				&& read("risk", "executor.portfolios.v1", "executor.orders.v1") && analystKnowsPositions();
	}

	/** Whether the group has read all that was said on the topics until now. */
	private boolean read(String group, String... topics) throws InterruptedException, ExecutionException {
		Map<TopicPartition, OffsetAndMetadata> read = kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
		Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
		for (var topic : kafka.describeTopics(List.of(topics)).allTopicNames().get().values()) {
			topic.partitions().forEach(it -> latest.put(new TopicPartition(topic.name(), it.partition()), OffsetSpec.latest()));
		}
		return kafka.listOffsets(latest).all().get().entrySet().stream()
			.allMatch(it -> it.getValue().offset() == 0
					|| read.get(it.getKey()) != null && read.get(it.getKey()).offset() >= it.getValue().offset());
	}

	/** Fills and fees move cash at the venue at once. */
	private boolean isBooked() {
		BigDecimal cash = platform.http("executor").list("/trading/portfolio").map(it -> new BigDecimal(it.get("cash").asString()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return cash.compareTo(new BigDecimal(platform.http("simulator").get("/v2/account").get("cash").asString())) == 0;
	}

	private boolean analystKnowsPositions() {
		Map<String, BigDecimal> held = platform.http("executor").list("/trading/positions").collect(Collectors.toMap(
				it -> it.get("bot").asString() + " " + it.get("symbol").asString(), it -> new BigDecimal(it.get("quantity").asString())));
		return platform.http("analyst").get("/analyst/status").get("watched").valueStream().allMatch(it -> held
			.getOrDefault(it.get("bot").asString() + " " + it.get("symbol").asString(), BigDecimal.ZERO)
			.compareTo(new BigDecimal(it.get("held").asString())) == 0);
	}

	private long count(String sql) throws SQLException {
		try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	@Override
	public void close() throws SQLException {
		kafka.close(Duration.ofSeconds(5));
		database.close();
	}
}
