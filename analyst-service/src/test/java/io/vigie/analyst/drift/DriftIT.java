package io.vigie.analyst.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.analyst.AnalystTest;
import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.StubSentinel;
import io.vigie.analyst.drift.Drift.Cause;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** A bot that is in on one bar and out on the next; what it did of that, and what it did not. */
@AnalystTest
@TestPropertySource(properties = {"spring.kafka.consumer.group-id=analyst-drift", "vigie.bots[0].name=swing",
		"vigie.bots[0].strategy=every-bar", "vigie.bots[0].parameters.stay=2", "vigie.bots[0].symbols=DRIFT/USD",
		"vigie.bots[0].timeframe=1m", "vigie.bots[0].capital=25000", "vigie.bots[0].risk.stop-loss=50", "vigie.bots[0].risk.take-profit=500"})
class DriftIT {

	private static final String SYMBOL = "DRIFT/USD";
	@Autowired
	private Wire wire;

	@Autowired
	private StubSentinel sentinel;

	@Autowired
	private DriftDesk desk;

	@Autowired
	private DriftGauges gauges;

	@Autowired
	private JdbcClient client;

	@LocalServerPort
	private int port;

	/** It buys at the close of minutes 0, 4, 8 and so on, and sells at those of 2, 6, 10: due at the opening of the next. */
	@Test
	void putsLiveAndBacktestSideBySide() {
		List<Bar> bars = new ArrayList<>();
		for (int minute = 0; minute < 24; minute++) {
			bars.add(MarketFixtures.bar(SYMBOL, minute, "100"));
		}
		sentinel.keep(bars);
		for (Bar bar : bars) {
			if (!bar.equals(bars.get(16))) {
				wire.sendTwice(Topics.BARS, SYMBOL, MarketFixtures.told(bar, Instant.now()));
			}
		}
		trade(Side.BUY, 5, 20, "100.1");
		trade(Side.SELL, 7, 20, "100");
		trade(Side.BUY, 10, 1, "101");
		trade(Side.SELL, 11, 1, "99");
		refuse(12);

		Awaitility.await().untilAsserted(() -> assertThat(desk.look()).filteredOn(it -> at(it) >= 5 && at(it) <= 17)
			.extracting(DriftIT::at, Drift::side, Drift::cause).containsExactly(
					tuple(5L, Side.BUY, Cause.SLIPPAGE), tuple(7L, Side.SELL, Cause.NONE),
					tuple(9L, Side.BUY, Cause.LATENCY), tuple(11L, Side.SELL, Cause.SLIPPAGE),
					tuple(13L, Side.BUY, Cause.REFUSED_BY_RISK),
					tuple(15L, Side.SELL, Cause.OTHER_POSITION),
					tuple(17L, Side.BUY, Cause.MISSING_BAR)));
		assertThat(desk.look()).filteredOn(it -> at(it) == 5).singleElement()
			.satisfies(it -> assertThat(it.basisPoints()).isEqualByComparingTo("10"));
		gauges.refresh();
		assertThat(get("/analyst/drift?bot=swing")).contains("\"REFUSED_BY_RISK\":1", "\"mean_basis_points\":\"52.50\"", "cooldown");
		assertThat(get("/analyst/drift?bot=nobody")).contains("\"trades\":0");
		assertThat(get("/actuator/prometheus"))
			.containsPattern("analyst_drift_basis_points\\{bot=\"swing\",cause=\"SLIPPAGE\",[^}]*symbol=\"DRIFT/USD\"} 55\\.0")
			.containsPattern("analyst_drift_trades\\{bot=\"swing\",cause=\"REFUSED_BY_RISK\",[^}]*symbol=\"DRIFT/USD\"} 1\\.0");
		gauges.refresh();
		assertThat(client.sql("select cause from drifts where backtest_at between ? and ? order by backtest_at")
			.params(minute(5), minute(17)).query(String.class).list()).as("kept once, however often it is looked at")
			.containsExactly("SLIPPAGE", "NONE", "LATENCY", "SLIPPAGE", "REFUSED_BY_RISK", "OTHER_POSITION", "MISSING_BAR");
		assertThat(client.sql("select basis_points from drifts where live_price = 100.1").query(BigDecimal.class).single()).isEqualByComparingTo("10");
	}

	private static OffsetDateTime minute(int minute) {
		return MarketFixtures.START.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
	}

	private static long at(Drift drift) {
		return drift.backtestAt() == null ? -1 : (drift.backtestAt().getEpochSecond() - MarketFixtures.START.getEpochSecond()) / 60;
	}

	private void trade(Side side, int minute, int second, String price) {
		Instant at = MarketFixtures.START.plusSeconds(60L * minute + second);
		var booked = new TradeBooked("swing", UUID.randomUUID(), UUID.randomUUID(), null, SYMBOL, side, side == Side.BUY ? OrderRole.ENTRY : OrderRole.EXIT,
				BigDecimal.ONE, new BigDecimal(price), BigDecimal.ZERO, BigDecimal.ZERO, 1, at);
		wire.sendTwice(Topics.ORDERS, "swing", Message.beginning(UUID.randomUUID(), "executor", Message.ALL, Instant.now(), booked));
	}

	private void refuse(int minute) {
		Bar bar = MarketFixtures.bar(SYMBOL, minute, "100");
		var proposal = new TradeProposed("swing", "every-bar", SYMBOL, Action.BUY, new BigDecimal("0.5"), bar.close(),
				new Evidence(bar, null, Map.of()), "a test says so", bar.closeAt());
		var refused = new ProposalRefused(UUID.randomUUID(), proposal, List.of(), "cooldown: it rests", bar.closeAt());
		wire.sendTwice(Topics.VERDICTS, "swing", Message.beginning(UUID.randomUUID(), "risk", Message.ALL, Instant.now(), refused));
	}

	private String get(String path) {
		return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build().get().uri("http://localhost:" + port + path)
			.retrieve().body(String.class);
	}
}
