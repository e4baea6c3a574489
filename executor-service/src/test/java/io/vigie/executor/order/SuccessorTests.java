package io.vigie.executor.order;

import static io.vigie.executor.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.ledger.PageFixtures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody moves an order of ours at the broker: a new order in the place of the old one, and both may fill. */
class SuccessorTests {

	private final Page page = PageFixtures.page("trend", "reserve");
	private final Order old = OrderFixtures.entry("trend", "BTC/USD");
	private final Changes changes = new Changes(page, List.of(old), Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void rest() {
		page.hold("trend", old.id(), new BigDecimal("1010"), NOW);
		changes.knownAs(old.id(), "v1");
		changes.apply(old.id(), new OrderEvent.Reported(OrderState.ACCEPTED, BigDecimal.ZERO, "new"), NOW, null);
	}

	@Test
	void goesOnForTheSameBotInTheSameRole() {
		Order successor = adopt(told(VenueEvent.ACCEPTED, "v2", "10", null));

		assertThat(successor.bot()).isEqualTo("trend");
		assertThat(successor.is(OrderRole.ENTRY)).isTrue();
		assertThat(successor.proposalId()).isEqualTo(old.proposalId());
		assertThat(successor.life().reason()).contains("v1");
	}

	@Test
	void holdsAsMuchPerUnit() {
		VenueWords.apply(changes, old, told(VenueEvent.REPLACED, "v1", "10", null), UUID.randomUUID());
		assertThat(page.entry("trend").held()).isZero();

		adopt(told(VenueEvent.ACCEPTED, "v2", "4", null));

		assertThat(page.entry("trend").held()).isEqualByComparingTo("404");
	}

	@Test
	void holdsNoMoreThanThereIs() {
		page.hold("trend", UUID.randomUUID(), new BigDecimal("23900"), NOW);

		adopt(told(VenueEvent.ACCEPTED, "v2", "10", null));

		assertThat(page.entry("trend").free()).isZero();
	}

	@Test
	void countsEachFillOnceHoweverLateTheOldOnesCome() {
		Order successor = adopt(told(VenueEvent.ACCEPTED, "v2", "6", null));
		VenueWords.apply(changes, old, told(VenueEvent.REPLACED, "v1", "10", null), UUID.randomUUID());
		OrderUpdated late = told(VenueEvent.PARTIALLY_FILLED, "v1", "10", fill("4", "4"));
		OrderUpdated filled = told(VenueEvent.FILLED, "v2", "6", fill("6", "6"));
		for (int i = 0; i < 2; i++) {
			VenueWords.apply(changes, changes.order(old.id()), late, UUID.randomUUID());
			VenueWords.apply(changes, changes.order(successor.id()), filled, UUID.randomUUID());
		}

		assertThat(page.position("trend", "BTC/USD").quantity()).isEqualByComparingTo("10");
		assertThat(changes.trades).hasSize(2);
		assertThat(changes.order(old.id()).life().state()).isEqualTo(OrderState.CANCELED);
		assertThat(changes.order(successor.id()).life().state()).isEqualTo(OrderState.FILLED);
		assertThat(page.entry("trend").held()).isZero();
		assertThat(page.entry("reserve").portfolio().positions()).isEmpty();
	}

	@Test
	void leavesStrangersToTheReserve() {
		OrderUpdated stranger = new OrderUpdated("paper", VenueEvent.ACCEPTED, "v9", "by-hand", "BTC/USD", Side.BUY, OrderType.LIMIT, BigDecimal.TEN,
				BigDecimal.ZERO, null, null, NOW, "");

		assertThat(Successor.of(changes, stranger, null, NOW)).isEmpty();
		assertThat(Successor.of(changes, new OrderUpdated("paper", VenueEvent.ACCEPTED, "v9", "by-hand", "BTC/USD", Side.BUY, OrderType.LIMIT,
				BigDecimal.TEN, BigDecimal.ZERO, null, null, NOW, "", "unknown"), new Heir(null, null, null), NOW)).isEmpty();
	}

	@Test
	void goesOnWhereOnlyTheVenueKnowsWhoseItIs() {
		OrderUpdated told = new OrderUpdated("paper", VenueEvent.ACCEPTED, "v3", "by-hand", "BTC/USD", Side.BUY, OrderType.LIMIT, BigDecimal.TEN,
				BigDecimal.ZERO, null, null, NOW, "", "never seen");

		assertThat(Successor.of(changes, told, new Heir("v1", null, null), NOW)).hasValueSatisfying(it -> assertThat(it.bot()).isEqualTo("trend"));
	}

	@Test
	void learnsThePricesItWasMovedTo() {
		Order limited = resting("101", null);

		Order moved = Successor.of(limitedBy(limited), told(VenueEvent.ACCEPTED, "v2", "10", null), new Heir("v1", new BigDecimal("102.5"), null), NOW).orElseThrow();

		assertThat(moved.terms().limitPrice()).isEqualByComparingTo("102.5");
		assertThat(moved.terms().stopPrice()).isNull();
	}

	@Test
	void keepsThePricesThatNobodyTells() {
		Order limited = resting("101", "99");

		Order moved = Successor.of(limitedBy(limited), told(VenueEvent.ACCEPTED, "v2", "10", null), new Heir("v1", null, new BigDecimal("98")), NOW).orElseThrow();

		assertThat(moved.terms().limitPrice()).isEqualByComparingTo("101");
		assertThat(moved.terms().stopPrice()).isEqualByComparingTo("98");
	}

	@Test
	void holdsMoreForALimitThatWasRaised() {
		Order limited = resting("100", null);
		Changes all = limitedBy(limited);
		page.hold("trend", limited.id(), new BigDecimal("1010"), NOW);
		VenueWords.apply(all, limited, told(VenueEvent.REPLACED, "v1", "10", null), UUID.randomUUID());
		BigDecimal before = page.entry("trend").held();

		Successor.of(all, told(VenueEvent.ACCEPTED, "v2", "10", null), new Heir("v1", new BigDecimal("110"), null), NOW).orElseThrow();

		assertThat(page.entry("trend").held().subtract(before)).isEqualByComparingTo("1111");
	}

	private Order resting(@Nullable String limit, @Nullable String stop) {
		Order it = OrderFixtures.entry("trend", "BTC/USD").knownAs("v1");
		var terms = new OrderTerms("BTC/USD", Side.BUY, OrderType.LIMIT, OrderRole.ENTRY, it.terms().timeInForce(), limit == null ? null : new BigDecimal(limit),
				stop == null ? null : new BigDecimal(stop), null, null);
		return new Order(it.id(), it.bot(), it.clientOrderId(), "v1", it.proposalId(), null, terms,
				new OrderLife(BigDecimal.TEN, OrderState.ACCEPTED, Fills.NONE, BigDecimal.ZERO, "new"), 1, false, it.chain(), NOW, NOW);
	}

	private Changes limitedBy(Order limited) {
		return new Changes(page, List.of(limited), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private Order adopt(OrderUpdated told) {
		Order successor = Successor.of(changes, told, null, NOW).orElseThrow();
		changes.add(successor, null, NOW);
		return successor;
	}

	private static OrderUpdated told(VenueEvent event, String id, String quantity, @Nullable Execution execution) {
		return new OrderUpdated("paper", event, id, id.equals("v1") ? "" : "by-hand", "BTC/USD", Side.BUY, OrderType.LIMIT, new BigDecimal(quantity),
				execution == null ? BigDecimal.ZERO : execution.cumulativeQuantity(), null, execution, NOW, "", id.equals("v1") ? null : "v1");
	}

	private static Execution fill(String quantity, String cumulative) {
		return new Execution(new BigDecimal(quantity), new BigDecimal("100"), new BigDecimal(cumulative), NOW);
	}
}
