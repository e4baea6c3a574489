package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.executor.order.Chain;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.OrderTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SituationTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final ProtectionSettings SETTINGS = new ProtectionSettings(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(2), 3,
			BigDecimal.ZERO, BigDecimal.ZERO, Duration.ofSeconds(5));

	private final Order entry = entry("10", OrderState.FILLED);
	private final List<Order> open = new ArrayList<>();
	private final List<Order> followers = new ArrayList<>();
	private final Set<UUID> dropped = new HashSet<>();
	private @Nullable Order from = entry;
	private @Nullable BigDecimal price = new BigDecimal("100");
	private Duration bareFor = Duration.ZERO;
	private BigDecimal held = BigDecimal.TEN;

	@Test
	void placesAStopForAllThatIsHeldWhereNoneStands() {
		assertThat(plan()).isEqualTo(new Plan.Place(BigDecimal.TEN, new BigDecimal("98")));
	}

	@Test
	void placesAStopForWhatTheLegsOfAnEarlierEntryLeave() {
		open.add(leg(UUID.randomUUID(), "4"));

		assertThat(plan()).isEqualTo(new Plan.Place(new BigDecimal("6"), new BigDecimal("98")));
	}

	@Test
	void isContentWithALegForAllOfIt() {
		open.add(leg(entry.id(), "10"));

		assertThat(plan()).isEqualTo(new Plan.Keep());
	}

	@Test
	void isContentWithALegForMore() {
		open.add(leg(entry.id(), "12"));

		assertThat(plan()).isEqualTo(new Plan.Keep());
	}

	@Test
	void doesNotCountOnLegsOfAnEntryThatIsStillFilling() {
		Order filling = entry("10", OrderState.PARTIALLY_FILLED);
		from = filling;
		open.add(filling);
		open.add(leg(filling.id(), "10"));
		held = new BigDecimal("4");

		assertThat(situation().covered()).isZero();
		assertThat(plan()).isInstanceOf(Plan.Await.class);
	}

	@Test
	void endsAnEntryThatFillsTooSlowly() {
		Order filling = entry("10", OrderState.PARTIALLY_FILLED);
		open.add(filling);
		bareFor = Duration.ofSeconds(2);

		assertThat(plan()).isInstanceOfSatisfying(Plan.Cancel.class, it -> assertThat(it.order()).isEqualTo(filling));
	}

	@Test
	void closesWhereAnEntryCannotBeEnded() {
		open.add(entry("10", OrderState.PARTIALLY_FILLED));
		bareFor = Duration.ofSeconds(5);

		assertThat(plan()).isInstanceOf(Plan.Close.class);
	}

	@Test
	void leavesAPositionAloneThatIsBeingSold() {
		open.add(order(OrderRole.EXIT, OrderType.MARKET, "10", OrderState.ACCEPTED, true, null, NOW));
		bareFor = Duration.ofMinutes(1);

		assertThat(plan()).isInstanceOf(Plan.Await.class);
	}

	@Test
	void replacesAStopOfItsOwnThatIsTooLargeOrTooSmall() {
		Order stop = own("12", OrderState.ACCEPTED, NOW);
		open.add(stop);
		assertThat(plan()).isInstanceOfSatisfying(Plan.Cancel.class, it -> assertThat(it.order()).isEqualTo(stop));

		held = new BigDecimal("13");
		assertThat(plan()).isInstanceOfSatisfying(Plan.Cancel.class, it -> assertThat(it.order()).isEqualTo(stop));

		held = new BigDecimal("12");
		assertThat(plan()).isEqualTo(new Plan.Keep());
	}

	@Test
	void asksForTheVenuesWordAboutAStopBeforeAnotherIsPlaced() {
		Order unsure = own("10", OrderState.UNKNOWN, NOW.minusSeconds(1));
		open.add(unsure);
		assertThat(plan()).isEqualTo(new Plan.Ask(unsure));

		open.set(0, own("10", OrderState.INTENDED, NOW.minusMillis(50)));
		assertThat(plan()).isInstanceOf(Plan.Await.class);
	}

	@Test
	void asksForLegsThatTheVenueHasNotNamedYet() {
		Order awaiting = new Order(entry.id(), entry.bot(), entry.clientOrderId(), "v", null, null, entry.terms(), entry.life(), 1, true, entry.chain(),
				NOW, NOW);
		from = awaiting;

		assertThat(plan()).isEqualTo(new Plan.Ask(awaiting));
	}

	@Test
	void doesNotCountOnAStopWithoutTheVenuesWord() {
		open.add(own("10", OrderState.SENT, NOW));

		assertThat(situation().covered()).isZero();
	}

	@Test
	void triesARefusedStopAgainAfterAPauseThatDoubles() {
		followers.add(own("10", OrderState.REJECTED, NOW.minusMillis(100)));
		assertThat(plan()).isInstanceOf(Plan.Await.class);

		followers.set(0, own("10", OrderState.REJECTED, NOW.minusMillis(300)));
		assertThat(plan()).isInstanceOf(Plan.Place.class);

		followers.add(own("10", OrderState.REJECTED, NOW.minusMillis(300)));
		assertThat(plan()).isInstanceOf(Plan.Await.class);
	}

	@Test
	void closesWhatTheVenueRefusesToProtect() {
		for (int i = 0; i < 3; i++) {
			followers.add(own("10", OrderState.REJECTED, NOW.minusSeconds(1)));
		}

		assertThat(plan()).isInstanceOfSatisfying(Plan.Close.class, it -> assertThat(it.why()).contains("3 times"));
	}

	@Test
	void countsRefusalsInARowOnly() {
		followers.add(own("10", OrderState.REJECTED, NOW.minusSeconds(9)));
		followers.add(own("10", OrderState.REJECTED, NOW.minusSeconds(8)));
		followers.add(own("10", OrderState.CANCELED, NOW.minusSeconds(7)));
		followers.add(own("10", OrderState.REJECTED, NOW.minusSeconds(6)));

		assertThat(plan()).isInstanceOf(Plan.Place.class);
	}

	@Test
	void closesWhatHasBeenWithoutAStopForTooLong() {
		bareFor = Duration.ofSeconds(5);
		open.add(own("10", OrderState.UNKNOWN, NOW.minusSeconds(4)));

		assertThat(plan()).isInstanceOfSatisfying(Plan.Close.class, it -> assertThat(it.why()).contains("5000 ms"));
	}

	@Test
	void countsNoTimeBeforeTheLastStopEnded() {
		bareFor = Duration.ofSeconds(9);
		followers.add(own("10", OrderState.CANCELED, NOW.minusMillis(4999)));
		assertThat(plan()).isInstanceOf(Plan.Place.class);

		followers.set(0, own("10", OrderState.EXPIRED, NOW.minusMillis(5000)));
		assertThat(plan()).isInstanceOfSatisfying(Plan.Close.class, it -> assertThat(it.why()).contains("5000 ms"));
	}

	@Test
	void countsTheTimeOfAStopForLessOrThatNeverWoke() {
		bareFor = Duration.ofSeconds(9);
		followers.add(own("9", OrderState.CANCELED, NOW.minusSeconds(1)));
		assertThat(plan()).as("for less").isInstanceOf(Plan.Close.class);

		followers.set(0, own("10", OrderState.FILLED, NOW.minusSeconds(1)));
		assertThat(plan()).as("it sold").isInstanceOf(Plan.Close.class);

		Order part = entry("20", OrderState.CANCELED);
		from = part;
		followers.set(0, order(OrderRole.STOP_LOSS, OrderType.STOP, "20", OrderState.CANCELED, false, part.id(), NOW.minusSeconds(1)));
		assertThat(plan()).as("never woke").isInstanceOf(Plan.Close.class);

		from = entry;
		followers.set(0, order(OrderRole.STOP_LOSS, OrderType.STOP, "20", OrderState.CANCELED, false, entry.id(), NOW.minusSeconds(1)));
		assertThat(plan()).as("a leg of an entry that filled").isInstanceOf(Plan.Place.class);
	}

	@Test
	void closesWhereThePriceIsAtTheStopAlready() {
		price = new BigDecimal("98");
		assertThat(plan()).isInstanceOf(Plan.Close.class);

		price = null;
		assertThat(plan()).isInstanceOf(Plan.Place.class);
	}

	@Test
	void takesTheProfitWhereNoTargetRestsAtTheVenue() {
		open.add(own("10", OrderState.ACCEPTED, NOW));
		price = new BigDecimal("104");
		assertThat(plan()).isInstanceOfSatisfying(Plan.Close.class, it -> assertThat(it.why()).contains("target"));

		open.add(order(OrderRole.TAKE_PROFIT, OrderType.LIMIT, "10", OrderState.ACCEPTED, false, entry.id(), NOW));
		assertThat(plan()).isEqualTo(new Plan.Keep());
	}

	@Test
	void closesWhereThePriceRanThroughAStopLimit() {
		open.add(order(OrderRole.STOP_LOSS, OrderType.STOP_LIMIT, "10", OrderState.ACCEPTED, true, entry.id(), NOW));
		price = new BigDecimal("96.04");
		assertThat(plan()).isEqualTo(new Plan.Keep());

		price = new BigDecimal("96.03");
		assertThat(plan()).isInstanceOf(Plan.Close.class);
	}

	@Test
	void givesARefusedExitAMoment() {
		bareFor = Duration.ofMinutes(1);
		followers.add(order(OrderRole.EXIT, OrderType.MARKET, "10", OrderState.REJECTED, true, null, NOW.minusMillis(300)));
		assertThat(plan()).isInstanceOf(Plan.Await.class);

		followers.set(0, order(OrderRole.EXIT, OrderType.MARKET, "10", OrderState.REJECTED, true, null, NOW.minusMillis(400)));
		assertThat(plan()).isInstanceOf(Plan.Close.class);
	}

	/** Taken and cancelled at once, for ever: without a bound it would be answered for ever. */
	@Test
	void closesWhatTheVenueDropsTheStopOf() {
		for (int i = 0; i < 2; i++) {
			drop(own("10", OrderState.CANCELED, NOW.minusSeconds(1)));
			assertThat(plan()).isInstanceOf(Plan.Place.class);
		}
		drop(own("10", OrderState.EXPIRED, NOW));

		assertThat(plan()).isInstanceOfSatisfying(Plan.Close.class, it -> assertThat(it.why()).contains("dropped its stop 3 times"));
	}

	@Test
	void countsNoStopThatWasCancelledHere() {
		for (int i = 0; i < 3; i++) {
			followers.add(own("10", OrderState.CANCELED, NOW));
		}

		assertThat(plan()).isInstanceOf(Plan.Place.class);
	}

	@Test
	void beginsToCountAnewAfterAnExit() {
		drop(own("10", OrderState.CANCELED, NOW));
		drop(own("10", OrderState.CANCELED, NOW));
		followers.add(order(OrderRole.EXIT, OrderType.MARKET, "10", OrderState.CANCELED, true, null, NOW));
		drop(own("10", OrderState.CANCELED, NOW));

		assertThat(plan()).isInstanceOf(Plan.Place.class);
	}

	@Test
	void letsATrailingStopRunBeyondTheTarget() {
		open.add(trailing(OrderState.ACCEPTED));
		price = new BigDecimal("130");
		assertThat(plan()).isEqualTo(new Plan.Keep());

		open.set(0, trailing(OrderState.SENT));
		assertThat(plan()).as("neither while it is on its way").isInstanceOf(Plan.Await.class);
	}

	@Test
	void countsTheStopBesideATargetThatSomebodyWanted() {
		Order target = target(OrderState.ACCEPTED, false);
		open.add(target);
		open.add(leg(target.id(), "10"));
		price = new BigDecimal("200");

		assertThat(situation().covered()).isEqualByComparingTo("10");
		assertThat(plan()).isEqualTo(new Plan.Keep());
	}

	@Test
	void placesNothingBesideATargetWithoutTheVenuesWord() {
		Order unsure = target(OrderState.UNKNOWN, true);
		open.add(unsure);
		assertThat(plan()).isEqualTo(new Plan.Ask(unsure));

		Order unnamed = target(OrderState.ACCEPTED, true);
		open.set(0, unnamed);
		assertThat(plan()).as("its stop is there, and not known by name").isEqualTo(new Plan.Ask(unnamed));
	}

	private static Order trailing(OrderState state) {
		Order plain = own("10", state, NOW);
		OrderTerms terms = plain.terms();
		return with(plain, new OrderTerms("AAPL", Side.SELL, OrderType.TRAILING_STOP, OrderRole.STOP_LOSS, TimeInForce.GTC, null, null, null, null, null,
				new io.vigie.engine.venue.Trail.Amount(terms.stopPrice()), null), false);
	}

	private static Order target(OrderState state, boolean awaitsLegs) {
		Order plain = order(OrderRole.TAKE_PROFIT, OrderType.LIMIT, "10", state, true, null, NOW.minusSeconds(1));
		return with(plain, plain.terms(), awaitsLegs);
	}

	private static Order with(Order it, OrderTerms terms, boolean awaitsLegs) {
		return new Order(it.id(), it.bot(), it.clientOrderId(), it.venueOrderId(), null, null, terms, it.life(), 1, awaitsLegs, it.chain(), NOW, it.changedAt());
	}

	private void drop(Order stop) {
		followers.add(stop);
		dropped.add(stop.id());
	}

	private Plan plan() {
		return situation().plan();
	}

	private Situation situation() {
		return new Situation(held, List.copyOf(open), from, List.copyOf(followers), Set.copyOf(dropped), new BigDecimal("98"), new BigDecimal("104"), price, bareFor, NOW, SETTINGS);
	}

	private static Order own(String quantity, OrderState state, Instant changedAt) {
		return order(OrderRole.STOP_LOSS, OrderType.STOP, quantity, state, true, UUID.randomUUID(), changedAt);
	}

	private static Order leg(UUID parent, String quantity) {
		return order(OrderRole.STOP_LOSS, OrderType.STOP, quantity, OrderState.ACCEPTED, false, parent, NOW);
	}

	private static Order entry(String quantity, OrderState state) {
		return order(OrderRole.ENTRY, OrderType.MARKET, quantity, state, true, null, NOW);
	}

	private static Order order(OrderRole role, OrderType type, String quantity, OrderState state, boolean own, @Nullable UUID parent, Instant changedAt) {
		UUID id = UUID.randomUUID();
		boolean entry = role == OrderRole.ENTRY;
		var terms = new OrderTerms("AAPL", entry ? Side.BUY : Side.SELL, type, role, TimeInForce.GTC,
				type == OrderType.STOP_LIMIT ? new BigDecimal("96.04") : null, role == OrderRole.STOP_LOSS ? new BigDecimal("98") : null,
				entry ? new BigDecimal("98") : null, entry ? new BigDecimal("104") : null);
		BigDecimal ordered = new BigDecimal(quantity);
		BigDecimal filled = state == OrderState.FILLED ? ordered : state == OrderState.PARTIALLY_FILLED ? BigDecimal.ONE : BigDecimal.ZERO;
		Fills fills = filled.signum() == 0 ? Fills.NONE : new Fills(List.of(new Fill(filled, BigDecimal.TEN, filled, NOW)));
		return new Order(id, "trend", own ? "trend-" + id : "leg", "v-" + id, null, parent, terms, new OrderLife(ordered, state, fills, filled, ""), 1, false,
				new Chain(id, null, NOW), NOW, changedAt);
	}
}
