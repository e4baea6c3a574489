package io.vigie.sentinel.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.Message;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Listing;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.SentinelRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bots trade is asked about again and again, and told when it is other than before. */
class ListingsIT {

	private final FakeAlpaca venue = new FakeAlpaca();
	private final Wire wire = new Wire();
	private final Instant begin = Instant.now();

	@AfterEach
	void close() {
		wire.destroy();
		venue.close();
	}

	@Test
	void tellsWhatHasChangedAndNothingTwice() {
		venue.putAsset("BTC/USD", """
				{"symbol":"BTCUSD","status":"active","tradable":true,"fractionable":true,"shortable":false,"min_order_size":"0.0123",
				 "min_trade_increment":"0.000000001","price_increment":"1"}""");
		venue.putAsset("AAPL", share("active"));
		try (SentinelRun _ = SentinelRun.of(venue, "LISTA/USD", "VIGIE_LISTINGS_EVERY", "150ms")) {
			await().untilAsserted(() -> assertThat(told("BTC/USD")).containsExactly(new Listing("BTC/USD", true, true, false, number("0.0123"),
					number("0.000000001"), number("1"))));
			await().untilAsserted(() -> assertThat(told("AAPL")).containsExactly(new Listing("AAPL", true, true, true, null, null, null)));
			assertThat(told("ETH/USD")).as("not listed").extracting(Listing::tradable).containsExactly(false);

			venue.failRequests(4);
			venue.putAsset("AAPL", share("inactive"));
			await().untilAsserted(() -> assertThat(told("AAPL")).extracting(Listing::tradable).containsExactly(true, false));
			long asked = timesAsked();
			await().until(() -> timesAsked() > asked + 1);
			assertThat(told("AAPL")).hasSize(2);
			assertThat(told("BTC/USD")).hasSize(1);
		}
	}

	@Test
	void looksAgainSoonForWhatIsNotTradedYet() {
		try (SentinelRun _ = SentinelRun.of(venue, "LISTA/USD", "VIGIE_LISTINGS_EVERY", "5m")) {
			await().untilAsserted(() -> assertThat(told("AAPL")).extracting(Listing::tradable).containsExactly(false));
			venue.putAsset("AAPL", share("active"));
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told("AAPL")).extracting(Listing::tradable).containsExactly(false, true));
		}
	}

	private static String share(String status) {
		return """
				{"symbol":"AAPL","status":"%s","tradable":true,"fractionable":true,"shortable":true}""".formatted(status);
	}

	private long timesAsked() {
		return venue.asked().stream().filter(it -> it.startsWith("/v2/assets/AAPL")).count();
	}

	private List<Listing> told(String symbol) {
		return wire.received(Topics.LISTINGS, ListingRead.class).stream().map(Message::data).filter(it -> it.readAt().isAfter(begin))
			.map(ListingRead::listing).filter(it -> it.symbol().equals(symbol)).toList();
	}

	private static BigDecimal number(String value) {
		return new BigDecimal(value);
	}
}
