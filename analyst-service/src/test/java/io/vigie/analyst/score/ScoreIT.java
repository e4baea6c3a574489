package io.vigie.analyst.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.analyst.AnalystTest;
import io.vigie.analyst.MarketFixtures;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.engine.fusion.Calibration;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** A bot that trades the vote of two others, and what is known of each of them afterwards. */
@AnalystTest
@TestPropertySource(properties = {"spring.kafka.consumer.group-id=analyst-score", "vigie.bots[0].name=crosser",
		"vigie.bots[0].strategy=sma-cross", "vigie.bots[0].parameters.fast=1", "vigie.bots[0].parameters.slow=2",
		"vigie.bots[0].symbols=ELSE/USD", "vigie.bots[0].timeframe=1m", "vigie.bots[0].capital=25000", "vigie.bots[1].name=wider",
		"vigie.bots[1].strategy=sma-cross", "vigie.bots[1].parameters.fast=1", "vigie.bots[1].parameters.slow=3",
		"vigie.bots[1].symbols=ELSE/USD", "vigie.bots[1].timeframe=1m", "vigie.bots[1].capital=25000", "vigie.bots[2].name=council",
		"vigie.bots[2].agent=collaborative", "vigie.bots[2].strategy=performance-vote", "vigie.bots[2].symbols=VOTE/USD,LATE/USD",
		"vigie.bots[2].timeframe=1m", "vigie.bots[2].capital=25000", "vigie.analyst.forecast-bars=2"})
class ScoreIT {

	@Autowired
	private Wire wire;

	@Autowired
	private Forecasts forecasts;

	@Autowired
	private ScoreGauges gauges;

	@LocalServerPort
	private int port;

	/** Down, then up: both cross above together on the fourth bar, and two bars later the price is higher. */
	@Test
	void tradesTheVoteAndKeepsWhatCameOfIt() {
		List.of(Topics.SIGNALS, Topics.PROPOSALS).forEach(wire::listen);
		wire.send(Topics.PORTFOLIOS, "council", MarketFixtures.flat("council", 1));
		Awaitility.await().untilAsserted(() -> assertThat(get("/analyst/status")).contains("council"));

		String[] closes = {"10", "9", "8", "7", "9", "11", "12", "13"};
		for (int minute = 0; minute < closes.length; minute++) {
			wire.sendTwice(Topics.BARS, "VOTE/USD", MarketFixtures.told(MarketFixtures.bar("VOTE/USD", minute, closes[minute]), Instant.now()));
		}

		var proposal = wire.await(Topics.PROPOSALS, TradeProposed.class, it -> it.symbol().equals("VOTE/USD")).data();
		assertThat(proposal.bot()).isEqualTo("council");
		assertThat(proposal.action()).isEqualTo(Action.BUY);
		assertThat(proposal.strategy()).isEqualTo("performance-vote");
		assertThat(proposal.reasoning()).startsWith("2 of 2 vote: crosser BUY").endsWith("together BUY");
		assertThat(proposal.evidence().indicators()).containsKeys("votes_buy", "weight_crosser", "weight_wider");
		Awaitility.await().untilAsserted(() -> assertThat(forecasts.calibrations("VOTE/USD")).containsOnlyKeys("council", "crosser", "wider")
			.allSatisfy((source, it) -> assertThat(it.total().hits()).as(source).isEqualTo(1)));
		assertThat(wire.received(Topics.PROPOSALS, TradeProposed.class)).filteredOn(it -> it.data().symbol().equals("VOTE/USD")).hasSize(1);
		assertThat(wire.received(Topics.SIGNALS, SignalRaised.class)).filteredOn(it -> it.data().symbol().equals("VOTE/USD"))
			.extracting(it -> it.data().bot()).containsExactlyInAnyOrder("council", "crosser", "wider");
		assertThat(get("/analyst/sources?symbol=VOTE/USD")).contains("\"source\":\"crosser\"", "\"hit_rate\":\"1.0000\"", "\"calibration\":[{");
		gauges.refresh();
		assertThat(get("/actuator/prometheus")).contains("analyst_source_brier{", "source=\"council\"", "analyst_source_hit_rate");
	}

	/** A close that was there before its forecast, one that comes after, a market that rests, one that stands still. */
	@Test
	void settlesWhateverComesFirst() {
		for (int minute : new int[] {0, 1, 2, 3, 7, 8}) {
			wire.send(Topics.BARS, "LATE/USD", MarketFixtures.told(MarketFixtures.bar("LATE/USD", minute, minute == 3 ? "100" : "90"), Instant.now()));
		}
		forecast("early", 1, "95");
		forecast("rested", 4, "95");
		forecast("still", 1, "100");
		forecast("waits", 8, "95");
		Awaitility.await().untilAsserted(() -> {
			Map<String, Calibration> known = forecasts.calibrations("LATE/USD");
			assertThat(known).containsKeys("early", "rested", "still", "waits");
			assertThat(known.get("early").total().hits()).isEqualTo(1);
			assertThat(known.get("rested").total().forecasts()).isEqualTo(1);
			assertThat(known.get("rested").total().hits()).isZero();
		});
		assertThat(forecasts.calibrations("LATE/USD").get("still").total().forecasts()).isZero();
		assertThat(forecasts.open("still", "LATE/USD")).isZero();
		assertThat(forecasts.open("waits", "LATE/USD")).isEqualTo(1);

		wire.send(Topics.BARS, "LATE/USD", MarketFixtures.told(MarketFixtures.bar("LATE/USD", 10, "99"), Instant.now()));
		Awaitility.await().untilAsserted(() -> assertThat(forecasts.calibrations("LATE/USD").get("waits").total().hits()).isEqualTo(1));
		assertThat(forecasts.open("waits", null)).isZero();
	}

	/** A bar is over a minute after it began: closed with minute 1 and due two bars later is the close of minute 3. */
	private void forecast(String source, int minute, String price) {
		var signal = new SignalRaised(source, "any", "LATE/USD", Timeframe.M1, MarketFixtures.bar("LATE/USD", minute, "1").closeAt(), Action.BUY,
				new BigDecimal("0.8"), new BigDecimal(price), Map.of(), "a test says so");
		Message<SignalMessage> message = Message.beginning(UUID.randomUUID(), "analyst", Message.ALL, Instant.now(), signal);
		wire.sendTwice(Topics.SIGNALS, "LATE/USD", message);
	}

	private String get(String path) {
		return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build().get().uri("http://localhost:" + port + path)
			.retrieve().body(String.class);
	}
}
