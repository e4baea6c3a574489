package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.recording.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The same commands give the same venue, and no sequence of commands makes or loses money. */
class DeterminismTests {

	/** One thing a trader may do; numbers are folded into what makes sense. */
	record Move(int what, int which, int quantity, int price) {

		void make(VenueFixture venue) {
			String symbol = which % 2 == 0 ? BTC : AAPL;
			String size = Integer.toString(1 + quantity);
			String at = Integer.toString(60 + price);
			try {
				switch (what) {
					case 0 -> venue.buy(symbol, size);
					case 1 -> venue.sell(symbol, size);
					case 2 -> venue.bracket(symbol, size, "2000", "1");
					case 3 -> venue.place(VenueFixture.limit(symbol, which % 3 == 0 ? Side.SELL : Side.BUY, size, at));
					case 4 -> venue.place(VenueFixture.stop(symbol, Side.SELL, size, at));
					case 5 -> open(venue, which, order -> venue.cancel(order));
					case 6 -> open(venue, which, order -> venue.replace(order, order.orderClass() == OrderClass.SIMPLE ? size : null,
						order.terms().limitPrice() == null ? null : at, order.terms().stopPrice() == null ? null : at));
					case 7 -> venue.pass(Duration.ofHours(7));
					default -> venue.print(symbol, at, Integer.toString(quantity * 3));
				}
			}
			catch (Refused _) {
				// refusals are part of the game
			}
		}

		private static void open(VenueFixture venue, int which, Consumer<Order> change) {
			List<Order> open = venue.exchange().openOrders();
			if (!open.isEmpty()) {
				change.accept(open.get(which % open.size()));
			}
		}
	}

	@Property(tries = 300)
	void neitherMakesNorLosesMoney(@ForAll("moves") List<Move> moves) {
		VenueFixture venue = VenueFixture.open(rules(new Depth.VolumeShare(new BigDecimal("0.5")), true));
		moves.forEach(it -> {
			it.make(venue);
			assertThat(venue.exchange().cash()).isEqualByComparingTo(cashByHistory(venue));
			for (Position position : venue.exchange().positions()) {
				assertThat(position.quantity()).isPositive().isEqualByComparingTo(quantityByHistory(venue, position.symbol()));
				assertThat(venue.exchange().available(position.symbol())).isNotNegative();
			}
		});
	}

	@Property(tries = 100)
	void givesTheSameVenueForTheSameCommands(@ForAll("moves") List<Move> moves) {
		Rules rules = rules(new Depth.VolumeShare(new BigDecimal("0.5")), true);
		VenueFixture first = VenueFixture.open(rules);
		moves.forEach(it -> it.make(first));
		Exchange second = Exchange.open("seed", START, List.of(), rules);
		first.commands().forEach(it -> apply(second, it));
		assertThat(second.state()).isEqualTo(first.exchange().state());
	}

	@Property(tries = 100)
	void goesOnTheSameFromASnapshot(@ForAll("moves") List<Move> before, @ForAll("moves") List<Move> after) {
		Rules rules = rules(Depth.UNLIMITED, true);
		VenueFixture venue = VenueFixture.open(rules);
		before.forEach(it -> it.make(venue));
		Exchange resumed = Exchange.resume(venue.exchange().state(), List.of(), rules);
		int known = venue.commands().size();
		after.forEach(it -> it.make(venue));
		venue.commands().subList(known, venue.commands().size()).forEach(it -> apply(resumed, it));
		assertThat(resumed.state()).isEqualTo(venue.exchange().state());
	}

	@Test
	void givesOtherIdsForAnotherSeed() {
		Recording recording = VenueFixture.recording("SIM1", "100", "101", "102", "103");
		Exchange one = Exchange.open("one", START, List.of(recording), rules(Depth.UNLIMITED, true));
		Exchange two = Exchange.open("two", START, List.of(recording), rules(Depth.UNLIMITED, true));
		VenueFixture first = new VenueFixture(one);
		VenueFixture second = new VenueFixture(two);
		assertThat(first.buy("SIM1", "1").id()).isNotEqualTo(second.buy("SIM1", "1").id());
	}

	@Provide
	Arbitrary<List<Move>> moves() {
		return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 50),
				Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 900)).as(Move::new).list().ofMaxSize(60);
	}

	private static void apply(Exchange exchange, Command command) {
		try {
			exchange.apply(command);
		}
		catch (Refused _) {
			// as it was the first time
		}
	}

	private static BigDecimal cashByHistory(VenueFixture venue) {
		return venue.exchange().activities().stream().map(it -> switch (it) {
			case Activity.Fill fill -> fill.side().signed(fill.price().multiply(fill.quantity())).negate();
			case Activity.Fee fee -> fee.amount();
			case Activity.Moved moved -> moved.amount();
		}).reduce(new BigDecimal("100000"), BigDecimal::add);
	}

	private static BigDecimal quantityByHistory(VenueFixture venue, String symbol) {
		return venue.exchange().activities().stream()
			.filter(Activity.Fill.class::isInstance)
			.map(Activity.Fill.class::cast)
			.filter(it -> it.symbol().equals(symbol))
			.map(it -> it.side().signed(it.quantity()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
