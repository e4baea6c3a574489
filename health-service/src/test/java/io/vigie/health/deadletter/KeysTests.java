package io.vigie.health.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.json.VigieJson;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTests {

	@ParameterizedTest
	@CsvSource({ "trade-printed, BTC/USD, " + Topics.TICKS, "quote-changed, BTC/USD, " + Topics.TICKS,
			"bar-closed, BTC/USD, " + Topics.BARS, "signal-raised, BTC/USD, " + Topics.SIGNALS,
			"order-updated, paper, " + Topics.ACCOUNT_EVENTS, "cash-moved, paper, " + Topics.ACCOUNT_EVENTS,
			"connection-changed, crypto-feed, " + Topics.CONNECTIONS, "listing-read, BTC/USD, " + Topics.LISTINGS, "trade-proposal, trend, " + Topics.PROPOSALS,
			"proposal-approved, trend, " + Topics.VERDICTS, "proposal-refused, trend, " + Topics.VERDICTS,
			"order-changed, trend, " + Topics.ORDERS, "trade-booked, trend, " + Topics.ORDERS,
			"portfolio-changed, trend, " + Topics.PORTFOLIOS, "run-task, sentinel, " + Topics.TASKS,
			"task-finished, 35171a5c-54f9-5b68-b695-d7a1ccba0fb4, sentinel.results.v1", "agent-logged, trend, analyst.logs.v1",
			"run-trials, faac8c95-7600-564c-a723-5924e8039eaa from 200, " + Topics.BACKTESTS, "judge-trials, faac8c95-7600-564c-a723-5924e8039eaa judge, " + Topics.BACKTESTS,
			"alert-raised, risk, " + Topics.ALERTS, "alert-resolved, risk, " + Topics.ALERTS })
	void findsTheKeyAgainThatTheMessageWasSentWith(String golden, String key, String topic) throws Exception {
		try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/golden/" + golden + ".v1.json"))) {
			assertThat(Keys.of(new Contracts(VigieJson.mapper()).read(topic, file.readAllBytes()).data())).isEqualTo(key);
		}
	}
}
