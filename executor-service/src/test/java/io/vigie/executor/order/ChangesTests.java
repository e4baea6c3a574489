package io.vigie.executor.order;

import static io.vigie.executor.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.ledger.PageFixtures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTests {

	private final Page page = PageFixtures.page("trend", "reserve");
	private final Order order = OrderFixtures.entry("trend", "BTC/USD");
	private final Changes changes = new Changes(page, List.of(order), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void booksAFillWithItsTradeItsMoneyAndItsHistory() {
		changes.apply(order.id(), new OrderEvent.Filled(fill("4", "4", "100")), NOW, null);

		assertThat(page.entry("trend").portfolio().cash()).isEqualByComparingTo("24600");
		assertThat(changes.trades).singleElement().satisfies(it -> {
			assertThat(it.realised()).isZero();
			assertThat(it.ledgerSequence()).isEqualTo(2);
		});
		assertThat(changes.stages).singleElement().satisfies(it -> assertThat(it.order().life().state()).isEqualTo(OrderState.PARTIALLY_FILLED));
		assertThat(changes.said).hasSize(2);
		assertThat(changes.updates()).singleElement().satisfies(it -> assertThat(it.changes()).isEqualTo(2));
	}

	@Test
	void writesNothingForWhatIsKnown() {
		changes.apply(order.id(), new OrderEvent.Filled(fill("4", "4", "100")), NOW, null);
		changes.apply(order.id(), new OrderEvent.Filled(fill("4", "4", "100")), NOW, null);

		assertThat(changes.trades).hasSize(1);
		assertThat(page.entry("trend").portfolio().cash()).isEqualByComparingTo("24600");
	}

	@Test
	void realisesWhenItSells() {
		Order exit = OrderFixtures.exit("trend", "BTC/USD");
		changes.add(exit, null, NOW);
		changes.apply(order.id(), new OrderEvent.Filled(fill("10", "10", "100")), NOW, null);
		changes.apply(exit.id(), new OrderEvent.Filled(fill("10", "10", "103")), NOW, null);

		assertThat(changes.trades.getLast().realised()).isEqualByComparingTo("30");
	}

	@Test
	void keepsTheHoldUntilAllFillsAreBooked() {
		page.hold("trend", order.id(), new BigDecimal("1010"), NOW);
		changes.apply(order.id(), new OrderEvent.Reported(OrderState.CANCELED, new BigDecimal("4"), "canceled"), NOW, null);
		assertThat(page.entry("trend").held()).isPositive();

		changes.apply(order.id(), new OrderEvent.Filled(fill("4", "4", "100")), NOW, null);
		assertThat(page.entry("trend").held()).isZero();
	}

	@Test
	void keepsTheHoldWhileTheOutcomeIsUnknown() {
		page.hold("trend", order.id(), new BigDecimal("1010"), NOW);
		changes.apply(order.id(), new OrderEvent.Sent(), NOW, null);
		changes.apply(order.id(), new OrderEvent.AnswerLost("reset"), NOW, null);

		assertThat(page.entry("trend").held()).isEqualByComparingTo("1010");
	}

	@Test
	void findsAnOrderByEitherOfItsIds() {
		assertThat(changes.find(null, order.clientOrderId())).isPresent();
		assertThat(changes.find("v1", "unknown")).isEmpty();
		changes.knownAs(order.id(), "v1");

		assertThat(changes.find("v1", "")).isPresent();
	}

	@Test
	void putsContradictionsOnRecord() {
		changes.apply(order.id(), new OrderEvent.Filled(fill("11", "11", "100")), NOW, null);

		assertThat(changes.refusals).singleElement().satisfies(it -> assertThat(it.reason()).contains("only 10 ordered"));
		assertThat(changes.trades).isEmpty();
		assertThat(page.changed()).isEmpty();
	}

	@Test
	void tellsEachChangedBotOnceWithItsLastReason() {
		UUID cause = UUID.randomUUID();
		changes.apply(order.id(), new OrderEvent.Filled(fill("4", "4", "100")), NOW, null);
		changes.apply(order.id(), new OrderEvent.Filled(fill("6", "10", "100")), NOW, cause);

		assertThat(changes.changedBots()).containsOnlyKeys("trend");
		assertThat(changes.changedBots().get("trend").causationId()).isEqualTo(cause);
	}

	@Test
	void growsAForeignOrderThatWasPlacedByValue() {
		OrderUpdated told = told(VenueEvent.PARTIALLY_FILLED, "0", "2", new Execution(BigDecimal.TWO, BigDecimal.TEN, BigDecimal.TWO, NOW));
		Order foreign = Foreign.adopt(told, io.vigie.executor.testing.VerdictFixtures.said(told), NOW).orElseThrow();
		changes.add(foreign, null, NOW);
		VenueWords.apply(changes, foreign, told, UUID.randomUUID());
		OrderUpdated more = told(VenueEvent.FILLED, "0", "5", new Execution(new BigDecimal("3"), BigDecimal.TEN, new BigDecimal("5"), NOW));
		VenueWords.apply(changes, changes.order(foreign.id()), more, UUID.randomUUID());

		assertThat(changes.order(foreign.id()).life().filled()).isEqualByComparingTo("5");
		assertThat(page.position("reserve", "XYZ").quantity()).isEqualByComparingTo("5");
	}

	@Test
	void doesNotAdoptAnOrderForNothing() {
		OrderUpdated told = told(VenueEvent.ACCEPTED, "0", "0", null);

		assertThat(Foreign.adopt(told, io.vigie.executor.testing.VerdictFixtures.said(told), NOW)).isEmpty();
	}

	private static OrderUpdated told(VenueEvent event, String quantity, String filled, Execution execution) {
		return new OrderUpdated("paper", event, "v9", "by-hand", "XYZ", Side.BUY, OrderType.MARKET, new BigDecimal(quantity), new BigDecimal(filled), null,
				execution, NOW, "");
	}

	private static Fill fill(String quantity, String cumulative, String price) {
		return new Fill(new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(cumulative), NOW);
	}
}
