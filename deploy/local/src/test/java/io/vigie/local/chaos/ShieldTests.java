package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ShieldTests {

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	private static final String HELD = "[{'symbol':'BTCUSD','qty':'2'}]";

	private static final String NOTHING = "[]";

	private final Shield shield = new Shield(Http.to("http://localhost:1"), Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));

	@Test
	void countsAPositionProtectedFromTheBeginningAsZero() {
		look(0, HELD, stop("2"));
		look(1, HELD, stop("2"));
		assertThat(shield.bareTimes()).containsExactly(new Shield.Bare("BTCUSD", at(0), at(0), true));
	}

	@Test
	void measuresFromTheFillUntilTheStopLives() {
		look(0, HELD, NOTHING);
		look(1, HELD, stop("1"));
		look(3, HELD, stop("2"));
		assertThat(shield.bareTimes()).containsExactly(new Shield.Bare("BTCUSD", at(0), at(3), true));
		assertThat(shield.bareTimes().getFirst().length()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void tellsAStopLostLaterFromAnOpening() {
		look(0, HELD, stop("2"));
		look(1, HELD, NOTHING);
		look(2, HELD, NOTHING);
		look(4, HELD, stop("2"));
		assertThat(shield.bareTimes()).contains(new Shield.Bare("BTCUSD", at(1), at(4), false));
	}

	@Test
	void countsWhatNeverEndsUntilNow() {
		look(0, HELD, NOTHING);
		assertThat(shield.bareTimes()).containsExactly(new Shield.Bare("BTCUSD", at(0), at(60), true));
	}

	@Test
	void endsWithThePosition() {
		look(0, HELD, NOTHING);
		look(1, HELD, NOTHING);
		look(2, NOTHING, NOTHING);
		assertThat(shield.bareTimes()).containsExactly(new Shield.Bare("BTCUSD", at(0), at(2), true));
		look(3, HELD, stop("2"));
		assertThat(shield.bareTimes()).contains(new Shield.Bare("BTCUSD", at(3), at(3), true));
	}

	/** Sold between the question for positions and the one for orders. */
	@Test
	void doesNotTakeASaleForALostStop() {
		look(0, HELD, stop("2"));
		look(1, HELD, NOTHING);
		look(2, NOTHING, NOTHING);
		assertThat(shield.bareTimes()).containsExactly(new Shield.Bare("BTCUSD", at(0), at(0), true));
	}

	@ParameterizedTest
	@CsvSource({"stop,sell,new,true", "stop_limit,sell,accepted,true", "trailing_stop,sell,partially_filled,true", "market,sell,new,true",
			"stop,sell,held,false", "stop,sell,pending_cancel,false", "limit,sell,new,false", "stop,buy,new,false"})
	void knowsWhatProtects(String type, String side, String status, boolean protects) {
		look(0, HELD, order("2", type, side, status));
		assertThat(shield.bareTimes().getFirst().length()).isEqualTo(protects ? Duration.ZERO : Duration.ofSeconds(60));
	}

	@Test
	void countsWhatAStopHasSoldAlready() {
		look(0, HELD, "[{'symbol':'BTC/USD','side':'sell','type':'stop','status':'partially_filled','qty':'3','filled_qty':'2'}]");
		assertThat(shield.bareTimes().getFirst().length()).isPositive();
	}

	private void look(int second, String positions, String orders) {
		JsonMapper json = JsonMapper.builder().build();
		shield.look(json.readTree(positions.replace('\'', '"')), json.readTree(orders.replace('\'', '"')), at(second));
	}

	private static String stop(String quantity) {
		return order(quantity, "stop", "sell", "new");
	}

	private static String order(String quantity, String type, String side, String status) {
		return "[{'symbol':'BTC/USD','side':'%s','type':'%s','status':'%s','qty':'%s','filled_qty':'0'}]".formatted(side, type, status, quantity);
	}

	private static Instant at(int second) {
		return NOON.plusSeconds(second);
	}
}
