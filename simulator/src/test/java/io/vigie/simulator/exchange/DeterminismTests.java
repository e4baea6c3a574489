package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.fault.Script;
import io.vigie.simulator.fault.ScriptReader;
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

	private static final List<String> HARMS = List.of("\"kind\":\"partial_fills\",\"share\":0.3", "\"kind\":\"partial_fills\",\"largest\":2",
			"\"kind\":\"order_rejected\"", "\"kind\":\"stop_refused\",\"how\":\"rejected\"", "\"kind\":\"stop_refused\"",
			"\"kind\":\"insufficient_qty\"", "\"kind\":\"symbol_halted\"", "\"kind\":\"symbol_halted\",\"how\":\"refused\"");

	/** One thing that a trader may do, or that may happen to one; numbers are folded into what makes sense. */
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
					case 8 -> venue.place(VenueFixture.in(which % 2 == 0 ? TimeInForce.OPG : TimeInForce.CLS, VenueFixture.market(AAPL, Side.BUY, size)));
					case 9 -> arm(venue, HARMS.get(which % HARMS.size()), quantity);
					case 10 -> venue.apply(new Command.Disarm(venue.next()));
					case 11 -> venue.apply(new Command.Split(venue.next(), symbol, BigDecimal.valueOf(1 + which % 4), BigDecimal.valueOf(1 + quantity % 3), true));
					case 12 -> venue.apply(new Command.Move(venue.next(), "INT", BigDecimal.valueOf(quantity - 20L), null, null, null, null, null, "", true));
					case 13 -> venue.apply(new Command.Speak(venue.next(), which % 2 == 0 ? Dialect.ALPACA : Dialect.BINANCE));
					case 14 -> venue.place(VenueFixture.market(symbol, Side.BUY, size), OrderClass.SIMPLE, null, null, "id-" + which % 5);
					default -> venue.print(symbol, at, Integer.toString(quantity * 3));
				}
			}
			catch (Refused _) {
				// refusals are part of the game
			}
		}

		private static void arm(VenueFixture venue, String harm, int seed) {
			Script script = ScriptReader.read("{\"seed\":" + seed + ",\"faults\":[{\"name\":\"" + venue.commands().size() + "\",\"do\":{" + harm
					+ "},\"when\":{\"probability\":0.5,\"times\":20}}]}");
			venue.apply(new Command.Arm(venue.next(), script.seed(), script.faults()));
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
			assertThat(venue.exchange().openOrders()).allMatch(order -> order.terms().quantity() == null || order.remaining().signum() > 0);
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
		return Combinators.combine(Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 50),
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
		return venue.exchange().activities().stream().map(it -> switch (it) {
			case Activity.Fill fill when fill.symbol().equals(symbol) -> fill.side().signed(fill.quantity());
			case Activity.Moved moved when symbol.equals(moved.symbol()) && moved.quantity() != null -> moved.quantity();
			default -> BigDecimal.ZERO;
		}).reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
