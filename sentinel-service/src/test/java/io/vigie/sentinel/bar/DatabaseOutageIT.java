package io.vigie.sentinel.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.Gate;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.SentinelRun;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Without its database the sentinel goes on telling what it sees, and stores it all when the database is back. */
class DatabaseOutageIT {

	private static final String SYMBOL = "NODB/USD";

	@Test
	void tellsOnAndStoresEverythingAfterwards() throws Exception {
		URI database = URI.create(RealInfrastructure.addresses().databaseUrl().substring("jdbc:".length()));
		List<Tick> tape = Prints.walk(SYMBOL, 600, Duration.ofSeconds(15));
		try (FakeAlpaca venue = new FakeAlpaca(); Gate gate = new Gate(database.getHost(), database.getPort())) {
			Wire wire = new Wire();
			wire.listen(Topics.TICKS);
			wire.listen(Topics.BARS);
			wire.listen(Topics.ACCOUNT_EVENTS);
			try (SentinelRun run = SentinelRun.of(venue, SYMBOL, "spring.datasource.url",
					"jdbc:postgresql://127.0.0.1:" + gate.port() + "/vigie?currentSchema=sentinel",
							"spring.datasource.hikari.connection-timeout", "500",
					"spring.datasource.hikari.validation-timeout", "250")) {
				await().atMost(Duration.ofSeconds(30)).until(() -> run.isUp("crypto-feed")
						&& run.isUp("account-stream"));
				tape.subList(0, 200).forEach(venue::print);
				await().until(() -> ticks(wire).size() == 200);

				gate.shut();
				assertThatThrownBy(() -> run.bean(BarStore.class).last(SYMBOL, Timeframe.M1))
						.isInstanceOf(DataAccessException.class);
				tape.subList(200, 400).forEach(venue::print);
				venue.addActivity(Map.of("id", "20260302130000000::away", "activity_type", "CFEE", "net_amount", "-1",
						"symbol", SYMBOL));
				await().atMost(Duration.ofSeconds(20)).until(() -> ticks(wire).size() == 400);
				await().untilAsserted(() -> assertThat(bars(wire)).isEqualTo(Prints.bars(SYMBOL,
						EnumSet.range(Timeframe.M1, Timeframe.D1), tape.subList(0, 400))));
				venue.cut();
				gate.open();
				await().atMost(Duration.ofSeconds(30)).until(() -> venue.isFollowed(SYMBOL) && run.isUp("crypto-feed"));
				tape.subList(400, 600).forEach(venue::print);
				await().atMost(Duration.ofSeconds(20)).until(() -> ticks(wire).size() >= 600);
				assertThat(ticks(wire)).extracting(Tick::sequence).containsExactlyElementsOf(tape.stream()
						.map(Tick::sequence).toList());
				for (Timeframe timeframe : EnumSet.range(Timeframe.M1, Timeframe.D1)) {
					await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(run.bean(BarStore.class)
							.since(SYMBOL, timeframe, Instant.EPOCH))
						.isEqualTo(Prints.bars(SYMBOL, EnumSet.range(Timeframe.M1, Timeframe.D1), tape).stream()
								.filter(it -> it.timeframe() == timeframe).toList()));
				}
				wire.await(Topics.ACCOUNT_EVENTS, CashMoved.class, it -> it.activityId()
						.equals("20260302130000000::away"));
			}
			finally {
				wire.destroy();
			}
		}
	}

	private static List<Tick> ticks(Wire wire) {
		return wire.received(Topics.TICKS, TradePrinted.class).stream().map(it -> it.data().tick()).filter(it ->
				it.symbol().equals(SYMBOL)).toList();
	}

	private static List<Bar> bars(Wire wire) {
		return wire.received(Topics.BARS, BarClosed.class).stream().map(it -> it.data().bar()).filter(it -> it.symbol()
				.equals(SYMBOL)).toList();
	}
}
