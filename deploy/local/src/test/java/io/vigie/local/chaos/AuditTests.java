package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTests {

	private final RecordFixtures records = new RecordFixtures();

	@Test
	void findsNothingWhereBothAgree() {
		assertThat(records.audit()).isEmpty();
	}

	@Test
	void saysHowMuchItCompared() {
		assertThat(Audit.compared(records.books(), records.venue()))
			.isEqualTo("Compared: 2 orders in the books with 2 at the venue, 2 fills with executions of 1 orders, 1000 USD with 1000.");
	}

	@Test
	void findsTwoOrdersForOneProposal() {
		records.orders.add(RecordFixtures.order("3", "bot-3", "", "p-1", "ENTRY", "REJECTED"));
		assertThat(only()).isEqualTo(Finding.order(Finding.Kind.DOUBLED_ORDER, "proposal p-1 became bot-1 and bot-3", RecordFixtures.INTENDED));
	}

	@Test
	void takesAnEntryAndItsExitForTwoIntentions() {
		records.orders.add(RecordFixtures.order("3", "bot-3", "", "p-1", "EXIT", "REJECTED"));
		assertThat(records.audit()).isEmpty();
	}

	@Test
	void findsAnOrderAtTheVenueThatNobodyIntended() {
		records.venueOrders.add(RecordFixtures.venueOrder("v-9", "bot-9"));
		assertThat(only()).isEqualTo(Finding.atVenue(Finding.Kind.DOUBLED_ORDER, "the venue has buy BTCUSD bot-9 (v-9), the books do not",
				RecordFixtures.MARKET));
	}

	@Test
	void findsOneIdUsedTwiceAtTheVenue() {
		records.venueOrders.add(RecordFixtures.venueOrder("v-9", "bot-1"));
		assertThat(only().what()).isEqualTo("the venue has bot-1 twice");
	}

	@Test
	void findsAnOrderTheVenueDoesNotKnow() {
		records.orders.add(RecordFixtures.order("3", "bot-3", "v-3", "p-3", "ENTRY", "ACCEPTED"));
		assertThat(only()).isEqualTo(Finding.order(Finding.Kind.LOST_ORDER, "ENTRY bot-3 (ACCEPTED): the venue does not know it", RecordFixtures.INTENDED));
	}

	@ParameterizedTest
	@ValueSource(strings = {"INTENDED", "SENT", "UNKNOWN"})
	void findsAnOrderStillInDoubt(String state) {
		records.orders.add(RecordFixtures.order("3", "bot-3", "", "p-3", "ENTRY", state));
		assertThat(only().what()).isEqualTo("ENTRY bot-3 is still " + state);
	}

	@Test
	void findsAnApprovalThatCameToNothing() {
		records.approved.put("p-7", RecordFixtures.INTENDED);
		assertThat(only().what()).isEqualTo("proposal p-7 was approved and never became an order");
	}

	@Test
	void findsAFillThatWasNotBooked() {
		records.fills.removeLast();
		assertThat(only()).isEqualTo(Finding.atVenue(Finding.Kind.LOST_FILL, "bot-1: executed 2, booked 1.5", RecordFixtures.MARKET));
	}

	@Test
	void findsAFillThatWasBookedTwice() {
		records.fills.add(RecordFixtures.fill("v-1", "0.5"));
		assertThat(only().what()).isEqualTo("bot-1: executed 2, booked 2.5");
	}

	@Test
	void findsABookingOfNoFill() {
		records.fills.add(RecordFixtures.fill("v-7", "1"));
		assertThat(only()).isEqualTo(Finding.order(Finding.Kind.LOST_FILL, "v-7: executed 0, booked 1", null));
	}

	@Test
	void findsACent() {
		records.venueCash = new BigDecimal("1000.01");
		assertThat(only()).isEqualTo(Finding.ledger(new BigDecimal("0.01"), "cash is 1000 in the books and 1000.01 at the venue"));
	}

	/** Books that agree because somebody made them agree. */
	@Test
	void isNotDeceivedByAdjustments() {
		records.adjusted = new BigDecimal("12.5");
		assertThat(only()).isEqualTo(Finding.ledger(new BigDecimal("12.5"), "12.5 were taken over from the venue without an explanation"));
	}

	@Test
	void findsALedgerThatDoesNotSumToZero() {
		records.unbalanced.add("USD 3");
		assertThat(only().what()).isEqualTo("the ledger does not sum to zero: USD 3");
	}

	@Test
	void findsPositionsThatDiffer() {
		records.venuePositions.put("BTCUSD", BigDecimal.ONE);
		records.venuePositions.put("AAPL", BigDecimal.TEN);
		assertThat(records.audit()).extracting(Finding::what).containsExactly("AAPL: 0 in the books, 10 at the venue",
				"BTCUSD: 2 in the books, 1 at the venue");
	}

	private Finding only() {
		assertThat(records.audit()).hasSize(1);
		return records.audit().getFirst();
	}
}
