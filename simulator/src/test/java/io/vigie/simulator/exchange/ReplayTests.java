package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.recording;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Tick;
import io.vigie.engine.venue.Depth;
import io.vigie.engine.venue.Slippage;
import io.vigie.simulator.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTests {

	private final Recording first = recording("SIM1", "100", "101", "102", "103");
	private final Recording second = recording("SIM2", "50", "51", "52", "53", "54", "55");

	@Test
	void servesTheHistoryBeforeTheStart() {
		Exchange exchange = open();
		assertThat(ticks(exchange, "SIM1")).extracting(Tick::at)
			.containsExactly(START.minus(Duration.ofMinutes(2)), START.minus(Duration.ofMinutes(1)));
		assertThat(ticks(exchange, "SIM2")).hasSize(3);
		assertThat(exchange.now()).isBefore(START);
	}

	@Test
	void playsAllRecordingsTogetherInOrderOfTime() {
		Exchange exchange = open();
		List<String> prints = exchange.apply(new Command.Advance(START.plus(Duration.ofMinutes(1)))).stream()
			.filter(MarketEvent.Printed.class::isInstance)
			.map(it -> ((MarketEvent.Printed) it).tick())
			.map(it -> it.symbol() + " " + it.price() + " " + Duration.between(START, it.at()).toMinutes())
			.toList();
		assertThat(prints).containsExactly("SIM1 102 0", "SIM2 53 0", "SIM1 103 1", "SIM2 54 1");
	}

	@Test
	void startsOverWhereItEndsAndNumbersOn() {
		Exchange exchange = open();
		exchange.apply(new Command.Advance(START.plus(Duration.ofMinutes(3))));
		Tick last = ticks(exchange, "SIM1").getLast();
		assertThat(last.price()).isEqualByComparingTo("101");
		assertThat(last.sequence()).isEqualTo(6);
		assertThat(exchange.pass("SIM1")).contains(1L);
		assertThat(exchange.position("SIM1")).contains(2);
	}

	@Test
	void printsTheSameInOneLeapAsInManySteps() {
		Exchange leap = open();
		Exchange steps = open();
		Instant end = START.plus(Duration.ofMinutes(50));
		leap.apply(new Command.Advance(end));
		for (Instant at = START; !at.isAfter(end); at = at.plusSeconds(7)) {
			steps.apply(new Command.Advance(at));
		}
		steps.apply(new Command.Advance(end));
		assertThat(ticks(steps, "SIM1")).isEqualTo(ticks(leap, "SIM1"));
		assertThat(steps.findTape("SIM2").orElseThrow().minutes()).isEqualTo(leap.findTape("SIM2").orElseThrow().minutes());
	}

	@Test
	void tellsOfAMinuteWhenItIsOver() {
		Exchange exchange = open();
		List<MarketEvent> early = exchange.apply(new Command.Advance(START.plusSeconds(59)));
		assertThat(early).noneMatch(it -> it instanceof MarketEvent.BarClosed closed && closed.bar().openAt().equals(START));
		List<MarketEvent> due = exchange.apply(new Command.Advance(START.plusSeconds(60)));
		assertThat(due).anyMatch(it -> it instanceof MarketEvent.BarClosed closed && closed.bar().openAt().equals(START)
				&& closed.bar().symbol().equals("SIM1") && closed.bar().close().intValueExact() == 102);
	}

	@Test
	void showsTheSpreadThatATakerPays() {
		Exchange exchange = Exchange.open("seed", START, List.of(first), new Rules(VenueFixture.d("1000"),
				new Slippage.BasisPoints(VenueFixture.d("10")), rules(Depth.UNLIMITED, true).matcher(),
				rules(Depth.UNLIMITED, true).cryptoFees(), rules(Depth.UNLIMITED, true).stockFees(), true));
		assertThat(exchange.findTape("SIM1").orElseThrow().quote().orElseThrow()).satisfies(it -> {
			assertThat(it.bid()).isEqualByComparingTo("100.89");
			assertThat(it.ask()).isEqualByComparingTo("101.11");
		});
	}

	@Test
	void findsAssetsByTheirNamesAndIds() {
		VenueFixture venue = VenueFixture.open();
		String id = Exchange.assetId("BTC/USD").toString();
		assertThat(List.of("BTC/USD", "BTCUSD", id)).allSatisfy(name -> assertThat(venue.exchange().resolve(name)).isPresent());
		assertThat(venue.exchange().resolve("BTC")).isEmpty();
	}

	private Exchange open() {
		return Exchange.open("seed", START, List.of(first, second), rules(Depth.UNLIMITED, true));
	}

	private static List<Tick> ticks(Exchange exchange, String symbol) {
		List<Tick> ticks = new ArrayList<>();
		exchange.findTape(symbol).orElseThrow().prints().forEach(ticks::add);
		return ticks;
	}
}
