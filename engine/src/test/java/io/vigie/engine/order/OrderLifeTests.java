package io.vigie.engine.order;

import static io.vigie.engine.order.OrderState.ACCEPTED;
import static io.vigie.engine.order.OrderState.CANCELED;
import static io.vigie.engine.order.OrderState.EXPIRED;
import static io.vigie.engine.order.OrderState.FILLED;
import static io.vigie.engine.order.OrderState.PARTIALLY_FILLED;
import static io.vigie.engine.order.OrderState.REJECTED;
import static io.vigie.engine.order.OrderState.SENT;
import static io.vigie.engine.order.OrderState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderLifeTests {

	private static final OrderEvent SEND = new OrderEvent.Sent();
	private static final OrderEvent LOST = new OrderEvent.AnswerLost("timed out");

	private final OrderLife intended = OrderLife.intended(new BigDecimal("10"), "approved");

	@Test
	void walksTheStraightPath() {
		OrderLife order = follow(intended, SEND, told(ACCEPTED, "0"), fill("4", "4"), fill("6", "10"));

		assertThat(order.state()).isEqualTo(FILLED);
		assertThat(order.filled()).isEqualByComparingTo("10");
		assertThat(order.isSettled()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(OrderState.class)
	void isUnconfirmedUntilTheVenueHasSpoken(OrderState state) {
		OrderLife order = new OrderLife(new BigDecimal("10"), state, Fills.NONE, BigDecimal.ZERO, "");

		assertThat(order.isUnconfirmed()).isEqualTo(Set.of(OrderState.INTENDED, SENT, UNKNOWN).contains(state));
	}

	@ParameterizedTest
	@EnumSource(value = OrderState.class, names = { "CANCELED", "EXPIRED" })
	void staysEndedWhenAPartComesLate(OrderState end) {
		OrderLife order = follow(intended, SEND, told(end, "0"), fill("4", "4"));

		assertThat(order.state()).isEqualTo(end);
		assertThat(order.filled()).isEqualByComparingTo("4");
	}

	/** Only the venue knows when the money is spent: as much as was thought to be bought is no sign of it. */
	@Test
	void isNotFilledByValueBeforeTheVenueSaysSo() {
		OrderLife order = follow(OrderLife.intendedByValue(BigDecimal.TEN, "approved"), SEND, told(ACCEPTED, "0"), fill("10", "10"), fill("2", "12"));

		assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
		assertThat(order.quantity()).isEqualByComparingTo("12");
		assertThat(follow(order, told(FILLED, "12")).isSettled()).isTrue();
	}

	/** As one of two orders that sell the same does when the other fills in part. */
	@Test
	void isFilledWhereItTurnsOutToHaveBeenForLess() {
		OrderLife order = follow(intended, SEND, fill("4", "4")).resized(new BigDecimal("4"));

		assertThat(follow(order, told(FILLED, "4")).isSettled()).isTrue();
	}

	@Test
	void awaitsTheFillsOfWhatIsFilledByValue() {
		OrderLife order = follow(OrderLife.intendedByValue(BigDecimal.TEN, "approved"), SEND, told(FILLED, "9"));

		assertThat(order.state().isFinal()).isFalse();
		assertThat(order.missing()).isEqualByComparingTo("9");
		assertThat(follow(order, fill("9", "9")).state()).isEqualTo(FILLED);
	}

	@Test
	void endsShortByValueAsWell() {
		OrderLife order = follow(OrderLife.intendedByValue(BigDecimal.TEN, "approved"), SEND, fill("10", "10"), told(OrderState.CANCELED, "10"));

		assertThat(order.state()).isEqualTo(OrderState.CANCELED);
		assertThat(order.isSettled()).isTrue();
	}

	@Test
	void averagesThePriceOverItsFills() {
		OrderLife order = follow(intended, SEND, priced("4", "4", "100"), priced("6", "10", "110"));

		assertThat(order.fills().averagePrice()).isEqualByComparingTo("106");
	}

	@Test
	void absorbsAcknowledgementThatComesAfterTheFill() {
		OrderLife filled = follow(intended, fill("10", "10"));

		assertThat(filled.state()).isEqualTo(FILLED);
		assertThat(filled.after(SEND)).isInstanceOf(Step.Absorbed.class);
		assertThat(filled.after(told(ACCEPTED, "0"))).isInstanceOf(Step.Absorbed.class);
	}

	@Test
	void absorbsFillReportedTwice() {
		OrderLife order = follow(intended, SEND, fill("4", "4"));

		assertThat(order.after(fill("4", "4"))).isInstanceOf(Step.Absorbed.class);
	}

	@Test
	void absorbsFillReportedTwiceInAnotherScale() {
		OrderLife order = follow(intended, SEND, fill("4", "4"));

		assertThat(order.after(fill("4.000", "4.0"))).isInstanceOf(Step.Absorbed.class);
	}

	@Test
	void booksFillsInAnyOrderAndTellsWhatIsMissing() {
		OrderLife early = follow(intended, SEND, fill("6", "10"));
		assertThat(early.state()).isEqualTo(PARTIALLY_FILLED);
		assertThat(early.missing()).isEqualByComparingTo("4");

		OrderLife whole = follow(early, fill("4", "4"));
		assertThat(whole.state()).isEqualTo(FILLED);
		assertThat(whole.missing()).isZero();
	}

	@Test
	void refusesFillThatOverlapsAnother() {
		OrderLife order = follow(intended, SEND, fill("4", "4"));

		assertThat(order.after(fill("3", "5"))).isInstanceOf(Step.Refused.class);
		assertThat(order.after(fill("3", "4"))).isInstanceOf(Step.Refused.class);
	}

	@Test
	void refusesMoreThanOrdered() {
		assertThat(intended.after(fill("11", "11"))).isInstanceOf(Step.Refused.class);
		assertThat(intended.after(told(FILLED, "11"))).isInstanceOf(Step.Refused.class);
	}

	@Test
	void isNotFilledByWordAlone() {
		OrderLife order = follow(intended, SEND, told(FILLED, "10"));

		assertThat(order.state()).isEqualTo(ACCEPTED);
		assertThat(order.missing()).isEqualByComparingTo("10");
		assertThat(follow(order, fill("10", "10")).state()).isEqualTo(FILLED);
	}

	@Test
	void staysPartiallyFilledWhenMoreIsReportedThanBooked() {
		OrderLife order = follow(intended, SEND, fill("4", "4"), told(FILLED, "10"));

		assertThat(order.state()).isEqualTo(PARTIALLY_FILLED);
		assertThat(order.missing()).isEqualByComparingTo("6");
	}

	@Test
	void absorbsCancelAfterFill() {
		OrderLife filled = follow(intended, SEND, fill("10", "10"));

		assertThat(filled.after(told(CANCELED, "10"))).isInstanceOf(Step.Absorbed.class);
		assertThat(filled.after(told(EXPIRED, "0"))).isInstanceOf(Step.Absorbed.class);
	}

	@Test
	void booksFillThatTheCancelOvertook() {
		OrderLife canceled = follow(intended, SEND, told(CANCELED, "4"));
		assertThat(canceled.state()).isEqualTo(CANCELED);
		assertThat(canceled.isSettled()).isFalse();

		OrderLife late = follow(canceled, fill("4", "4"));
		assertThat(late.state()).isEqualTo(CANCELED);
		assertThat(late.filled()).isEqualByComparingTo("4");
		assertThat(late.isSettled()).isTrue();
	}

	@Test
	void becomesFilledWhenTheLateFillCompletesACanceledOrder() {
		assertThat(follow(intended, SEND, told(CANCELED, "0"), fill("10", "10")).state()).isEqualTo(FILLED);
	}

	@Test
	void treatsCancelOfACompletelyFilledOrderAsFilled() {
		OrderLife order = follow(intended, SEND, told(CANCELED, "10"));

		assertThat(order.state()).isEqualTo(ACCEPTED);
		assertThat(follow(order, fill("10", "10")).state()).isEqualTo(FILLED);
	}

	@Test
	void becomesUnknownWhenTheAnswerIsLost() {
		assertThat(follow(intended, SEND, LOST).state()).isEqualTo(UNKNOWN);
		assertThat(follow(intended, LOST).state()).isEqualTo(UNKNOWN);
		assertThat(follow(intended, LOST).isUnconfirmed()).isTrue();
	}

	@Test
	void keepsWhatTheVenueSaidWhenTheAnswerIsLost() {
		assertThat(follow(intended, SEND, told(ACCEPTED, "0")).after(LOST)).isInstanceOf(Step.Absorbed.class);
	}

	@Test
	void leavesUnknownOnTheVenuesEvidence() {
		OrderLife unknown = follow(intended, SEND, LOST);

		assertThat(follow(unknown, told(ACCEPTED, "0")).state()).isEqualTo(ACCEPTED);
		assertThat(follow(unknown, told(REJECTED, "0")).state()).isEqualTo(REJECTED);
		assertThat(follow(unknown, told(CANCELED, "0")).state()).isEqualTo(CANCELED);
		assertThat(follow(unknown, fill("10", "10")).state()).isEqualTo(FILLED);
		assertThat(follow(unknown, SEND).state()).isEqualTo(SENT);
	}

	@Test
	void cannotBeWithdrawnOnceItMayBeAtTheVenue() {
		OrderEvent withdraw = new OrderEvent.Withdrawn("not needed");

		assertThat(follow(intended, withdraw).state()).isEqualTo(CANCELED);
		assertThat(follow(intended, SEND).after(withdraw)).isInstanceOf(Step.Refused.class);
		assertThat(follow(intended, SEND, LOST).after(withdraw)).isInstanceOf(Step.Refused.class);
		assertThat(follow(intended, SEND, told(ACCEPTED, "0")).after(withdraw)).isInstanceOf(Step.Refused.class);
	}

	@Test
	void refusesRejectOfAnOrderThatHasFills() {
		assertThat(follow(intended, SEND, fill("4", "4")).after(told(REJECTED, "0"))).isInstanceOf(Step.Refused.class);
	}

	@Test
	void letsAFillDisproveAReject() {
		assertThat(follow(intended, SEND, told(REJECTED, "0"), fill("4", "4")).state()).isEqualTo(PARTIALLY_FILLED);
	}

	@Test
	void neverLeavesAnEnd() {
		for (OrderState end : new OrderState[] { CANCELED, EXPIRED, REJECTED }) {
			OrderLife ended = follow(intended, SEND, told(end, "0"));
			for (OrderState other : new OrderState[] { ACCEPTED, CANCELED, EXPIRED, REJECTED }) {
				assertThat(ended.after(told(other, "0"))).isInstanceOf(Step.Absorbed.class);
			}
			assertThat(ended.after(LOST)).isInstanceOf(Step.Absorbed.class);
			assertThat(ended.after(SEND)).isInstanceOf(Step.Absorbed.class);
		}
	}

	@Test
	void keepsTheVenuesWordsAsReason() {
		assertThat(follow(intended, SEND, told(REJECTED, "0")).reason()).isEqualTo("as the venue says");
	}

	@Test
	void refusesWhatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> OrderLife.intended(BigDecimal.ZERO, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> told(UNKNOWN, "0"));
		assertThatIllegalArgumentException().isThrownBy(() -> fill("5", "4"));
		assertThatIllegalArgumentException().isThrownBy(() -> priced("5", "5", "0"));
	}

	private static OrderLife follow(OrderLife order, OrderEvent... events) {
		OrderLife now = order;
		for (OrderEvent event : events) {
			now = switch (now.after(event)) {
				case Step.Taken(OrderLife next) -> next;
				case Step other -> throw new AssertionError(event + " at " + now + ": " + other);
			};
		}
		return now;
	}

	private static OrderEvent told(OrderState state, String filled) {
		return new OrderEvent.Reported(state, new BigDecimal(filled), "as the venue says");
	}

	private static OrderEvent fill(String quantity, String cumulative) {
		return priced(quantity, cumulative, "100");
	}

	private static OrderEvent priced(String quantity, String cumulative, String price) {
		return new OrderEvent.Filled(new Fill(new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(cumulative),
				Instant.EPOCH));
	}
}
