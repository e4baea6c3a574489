package io.vigie.executor.order;

import static io.vigie.executor.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what would change nothing is passed over. */
class VenueWordsTests {

	private static final Fill FIRST = new Fill(new BigDecimal("4"), BigDecimal.TEN, new BigDecimal("4"), NOW);

	@Test
	void passesOverWhatTheAnswerSaidBefore() {
		Order accepted = order(OrderRole.ENTRY, OrderState.ACCEPTED);

		assertThat(VenueWords.isNothingNew(accepted, told(accepted, VenueEvent.PENDING, "0"))).isTrue();
		assertThat(VenueWords.isNothingNew(accepted, told(accepted, VenueEvent.ACCEPTED, "0"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "PARTIALLY_FILLED,4", "FILLED,10", "CANCELED,0", "EXPIRED,0", "REJECTED,0", "ACCEPTED,1" })
	void readsWhatChangesIt(VenueEvent event, String filled) {
		Order accepted = order(OrderRole.ENTRY, OrderState.ACCEPTED);

		assertThat(VenueWords.isNothingNew(accepted, told(accepted, event, filled))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "INTENDED", "SENT", "UNKNOWN" })
	void readsTheFirstWordOfWhatNobodyKnowsTheOutcomeOf(OrderState state) {
		Order order = order(OrderRole.ENTRY, state);

		assertThat(VenueWords.isNothingNew(order, told(order, VenueEvent.PENDING, "0"))).isFalse();
	}

	@Test
	void passesOverAFillThatIsBooked() {
		Order order = order(OrderRole.ENTRY, OrderState.PARTIALLY_FILLED, FIRST);

		assertThat(VenueWords.isNothingNew(order, filled(order, "4", "4"))).isTrue();
		assertThat(VenueWords.isNothingNew(order, filled(order, "2", "6"))).isFalse();
	}

	@Test
	void readsWhatContradictsTheBooks() {
		Order order = order(OrderRole.ENTRY, OrderState.PARTIALLY_FILLED, FIRST);

		assertThat(VenueWords.isNothingNew(order, filled(order, "3", "4"))).isFalse();
	}

	@Test
	void readsTheVenuesNameOfAnOrderThatHasNoneYet() {
		Order order = order(OrderRole.ENTRY, OrderState.ACCEPTED);
		OrderUpdated told = told(order, VenueEvent.ACCEPTED, "0");
		assertThat(VenueWords.isNothingNew(order.knownAs("another"), told)).isFalse();
	}

	/** A half of two has filled whole when it has filled as much as is left of it. */
	@Test
	void readsHowMuchAHalfOfTwoWasFor() {
		Order half = order(OrderRole.TAKE_PROFIT, OrderState.PARTIALLY_FILLED, FIRST);
		assertThat(VenueWords.isNothingNew(half, told(half, VenueEvent.FILLED, "4"))).isFalse();

		Order entry = order(OrderRole.ENTRY, OrderState.PARTIALLY_FILLED, FIRST);
		assertThat(VenueWords.isNothingNew(entry, told(entry, VenueEvent.FILLED, "4"))).isTrue();
	}

	@Test
	void readsHowMuchSomebodyElsesOrderIsFor() {
		Order foreign = order(OrderRole.FOREIGN, OrderState.ACCEPTED);
		OrderUpdated told = told(foreign, VenueEvent.ACCEPTED, "0");
		assertThat(VenueWords.isNothingNew(foreign, told)).isTrue();
		assertThat(VenueWords.isNothingNew(foreign.resized(BigDecimal.ONE), told)).isFalse();
	}

	private static Order order(OrderRole role, OrderState state, Fill... fills) {
		UUID id = UUID.randomUUID();
		var booked = new Fills(List.of(fills));
		var terms = new OrderTerms("AAPL", role == OrderRole.ENTRY ? Side.BUY : Side.SELL, OrderType.LIMIT, role, TimeInForce.GTC, BigDecimal.TEN, null, null, null);
		return new Order(id, "trend", "trend-" + id, "v-" + id, null, null, terms, new OrderLife(BigDecimal.TEN, state, booked, booked.quantity(), ""), 1, false,
				new Chain(id, null, NOW), NOW, NOW);
	}

	private static OrderUpdated told(Order order, VenueEvent event, String filled) {
		return told(order, event, filled, null);
	}

	private static OrderUpdated filled(Order order, String quantity, String cumulative) {
		return told(order, VenueEvent.PARTIALLY_FILLED, cumulative,
				new Execution(new BigDecimal(quantity), BigDecimal.TEN, new BigDecimal(cumulative), NOW));
	}

	private static OrderUpdated told(Order order, VenueEvent event, String filled, @Nullable Execution execution) {
		return new OrderUpdated("paper", event, "v-" + order.id(), order.clientOrderId(), "AAPL", order.terms().side(), OrderType.LIMIT, BigDecimal.TEN,
				new BigDecimal(filled), null, execution, NOW, "");
	}
}
