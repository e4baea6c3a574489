package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.VenueEvent;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Somebody moves a stop at the broker, and again, while nobody listens: it stays the bot's, at the price where it rests. */
class MovedByHandIT extends ExecutorTest {

	@Test
	void booksForTheBotWhatASuccessorOfASuccessorSold() {
		FakeOrder order = bought("MHA");
		FakeOrder stop = order.legs.get(1);
		FakeOrder unseen = VENUE.exchange.replace(stop.id, new BigDecimal("9.6")).orElseThrow();
		FakeOrder last = VENUE.exchange.replace(unseen.id, new BigDecimal("9.7")).orElseThrow();

		tell(VENUE.exchange.fill(last, "5", "9.7"));

		awaitState(last.clientOrderId, "FILLED");
		assertThat(jdbc.sql("select bot || ' ' || role || ' ' || trim_scale(stop_price) from orders where venue_order_id = ?").param(last.id).query(String.class).single())
			.isEqualTo("trend STOP_LOSS 9.7");
		assertThat(jdbc.sql("select count(*) from positions where symbol = 'MHA' and quantity <> 0").query(Long.class).single()).isZero();
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'MHA' and bot = 'reserve'").query(Long.class).single()).isZero();
		tell(VENUE.exchange.told(stop, VenueEvent.REPLACED));
		tell(VENUE.exchange.told(order.legs.getFirst(), VenueEvent.CANCELED));
		awaitState(order.legs.getFirst().clientOrderId, "CANCELED");
	}

	@Test
	void learnsWhereAStopWasMovedTo() {
		FakeOrder order = bought("MHB");
		FakeOrder stop = order.legs.get(1);
		FakeOrder moved = VENUE.exchange.replace(stop.id, new BigDecimal("9.9")).orElseThrow();

		tell(VENUE.exchange.told(moved, VenueEvent.ACCEPTED));
		tell(VENUE.exchange.told(stop, VenueEvent.REPLACED));

		awaitState(stop.clientOrderId, "CANCELED");
		awaitState(moved.clientOrderId, "ACCEPTED");
		assertThat(jdbc.sql("select stop_price from orders where venue_order_id = ?").param(moved.id).query(BigDecimal.class).single()).isEqualByComparingTo("9.9");
		tell(VENUE.exchange.fill(moved, "5", "9.9"));
		awaitState(moved.clientOrderId, "FILLED");
		tell(VENUE.exchange.told(order.legs.getFirst(), VenueEvent.CANCELED));
		awaitState(order.legs.getFirst().clientOrderId, "CANCELED");
	}

	private FakeOrder bought(String symbol) {
		say(entry("trend", symbol, "5", "10"));
		FakeOrder order = awaitOrder(symbol);
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");
		await(() -> assertThat(jdbc.sql("select count(*) from orders where symbol = ? and role in ('STOP_LOSS', 'TAKE_PROFIT')").param(symbol)
			.query(Long.class).single()).isEqualTo(2));
		return order;
	}
}
