package io.vigie.risk;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.exit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.DeadLetters;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Listing;
import io.vigie.engine.order.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is put on a topic ends in its dead letters with the cause, and the next good message is handled. */
@RiskTest
class BadInputIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private Clock clock;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
	}

	static Stream<Arguments> badInput() {
		return Stream.of(Topics.PROPOSALS, Topics.ORDERS, Topics.PORTFOLIOS, Topics.CONNECTIONS, Topics.LISTINGS)
			.flatMap(topic -> Stream.of(Arguments.of(topic, "malformed", "{\"id\":".getBytes(StandardCharsets.UTF_8)),
					Arguments.of(topic, "unknown-type", envelope("never-heard-of", 1, "{}")),
					Arguments.of(topic, "unknown-type", envelope("run-task", 1, "{}")),
					Arguments.of(topic, "wrong-version", envelope(typeOf(topic), 9, "{}")),
					Arguments.of(topic, "oversized", new byte[Contracts.MAX_BYTES + 1])));
	}

	@ParameterizedTest
	@MethodSource("badInput")
	void putsWhatItCannotReadIntoTheDeadLetters(String topic, String kind, byte[] bytes) {
		wire.sendRaw(topic, "trend", bytes);
		ConsumerRecord<String, byte[]> letter = wire.awaitDeadLetter(topic, bytes);
		assertThat(header(letter, DeadLetters.KIND)).isEqualTo(kind);
		assertThat(header(letter, DeadLetters.CAUSE)).isNotBlank();
		assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("risk");
		assertThatTheNextIsHandled(topic);
	}

	@Test
	void putsAProposalThatLacksItsHeartIntoTheDeadLetters() {
		wire.sendRaw(Topics.PROPOSALS, "trend", envelope("trade-proposal", 1, "{\"symbol\":\"BTC/USD\"}"));
		await().untilAsserted(() -> assertThat(wire.records(Topics.deadLetters(Topics.PROPOSALS)))
			.anySatisfy(it -> assertThat(header(it, DeadLetters.CAUSE)).contains("A proposal names its bot")));
		assertThatTheNextIsHandled(Topics.PROPOSALS);
	}

	/** A dozen bytes that would be a gigabyte of digits. */
	@Test
	void putsAPriceThatNobodyCanCalculateWithIntoTheDeadLetters() {
		byte[] bytes = envelope("trade-proposal", 1, """
				{"bot":"trend","symbol":"BTC/USD","action":"BUY","confidence":"1","price":"1E+999999999"}""");
		wire.sendRaw(Topics.PROPOSALS, "trend", bytes);
		assertThat(header(wire.awaitDeadLetter(Topics.PROPOSALS, bytes), DeadLetters.CAUSE)).contains("digits");
		assertThatTheNextIsHandled(Topics.PROPOSALS);
	}

	private void assertThatTheNextIsHandled(String topic) {
		switch (topic) {
			case Topics.PORTFOLIOS -> neighbours.tellPortfolio("trend", 1, "25000");
			case Topics.CONNECTIONS -> neighbours.tellLink("crypto-feed", LinkState.UP);
			case Topics.LISTINGS -> neighbours.tellListing(new Listing("NONE", true, null, null, null, null, null));
			case Topics.ORDERS -> {
				UUID order = UUID.randomUUID();
				wire.sendTwice(Topics.ORDERS, "trend", exit("trend", order, "BTC/USD", "1", OrderState.SENT, 1));
				await().until(() -> jdbc.queryForObject("select count(*) from closings where order_id = ?", Long.class, order) == 1);
			}
			default -> neighbours.verdict(neighbours.propose(buys("trend", "BTC/USD", "900", clock.instant())));
		}
	}

	private static String typeOf(String topic) {
		return switch (topic) {
			case Topics.PORTFOLIOS -> "portfolio-changed";
			case Topics.CONNECTIONS -> "connection-changed";
			case Topics.LISTINGS -> "listing-read";
			case Topics.ORDERS -> "trade-booked";
			default -> "trade-proposal";
		};
	}

	/** Enough of every type's body for the reader to get as far as the version. */
	private static byte[] envelope(String type, int version, String data) {
		String body = data.equals("{}") ? """
				{"failures":1,"sequence":1,"ledger_sequence":1}""" : data;
		return """
				{"id":"%s","from":"test","to":"all","message_type":"%s","version":%d,"at":"2026-01-02T03:04:05Z",
				 "correlation_id":"%1$s","data":%s}""".formatted(UUID.randomUUID(), type, version, body)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String header(ConsumerRecord<String, byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}
}
