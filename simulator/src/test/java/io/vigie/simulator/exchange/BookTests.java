package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vigie.engine.market.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookTests {

	private final Book book = new Book(List.of());

	@Test
	void findsTheLatestOfThoseThatShareAClientsId() {
		Order first = put(order(1, "same", OrderStatus.NEW, null));
		Order second = put(order(2, "same", OrderStatus.NEW, null));
		assertThat(book.findByClientOrderId("same")).contains(second);
		put(first.became(OrderStatus.FILLED, START));
		assertThat(book.findByClientOrderId("same")).contains(second);
		assertThat(new Book(book.all()).findByClientOrderId("same")).contains(second);
	}

	@Test
	void keepsOrdersOpenUntilTheyEnd() {
		Order order = put(order(1, "a", OrderStatus.NEW, null));
		assertThat(book.open(BTC)).containsExactly(order);
		assertThat(book.open(AAPL)).isEmpty();
		put(order.became(OrderStatus.REJECTED, START));
		assertThat(book.open()).isEmpty();
		assertThat(book.all()).hasSize(1);
	}

	@Test
	void addsUpTheCashThatIsHeld() {
		Order order = put(order(1, "a", OrderStatus.NEW, null));
		put(order(2, "b", OrderStatus.NEW, null));
		assertThat(book.reservedCash()).isEqualByComparingTo("20");
		put(order.became(OrderStatus.CANCELED, START));
		assertThat(book.reservedCash()).isEqualByComparingTo("10");
	}

	@Test
	void countsWhatCancelsEachOtherOnce() {
		Order head = put(order(1, "head", OrderStatus.FILLED, null));
		put(sell(2, head.id(), "5"));
		put(sell(3, head.id(), "3"));
		put(sell(4, null, "2"));
		assertThat(book.reservedQuantity(BTC)).isEqualByComparingTo("7");
	}

	@Test
	void findsTheOpenRelativesOfAnyOfThem() {
		Order head = order(1, "head", OrderStatus.FILLED, null);
		Order one = sell(2, head.id(), "5");
		Order other = sell(3, head.id(), "5");
		put(head.withLegs(List.of(one.id(), other.id())));
		put(one);
		put(other);
		assertThat(book.openRelatives(one)).containsExactly(other);
		assertThat(book.openRelatives(book.get(head.id()))).containsExactly(one, other);
		put(other.became(OrderStatus.CANCELED, START));
		assertThat(book.openRelatives(one)).isEmpty();
	}

	@Test
	void knowsThatAnUnknownReferenceIsAMistake() {
		assertThatIllegalStateException().isThrownBy(() -> book.get(new UUID(0, 9)));
	}

	private Order put(Order order) {
		book.put(order);
		return order;
	}

	private static Order order(int id, String clientOrderId, OrderStatus status, @Nullable UUID parent) {
		Terms terms = market(BTC, Side.BUY, "1");
		return new Order(new UUID(0, id), clientOrderId, OrderClass.SIMPLE, parent, List.of(), terms, status, terms.toOrderType(BigDecimal.TEN),
				BigDecimal.ZERO, BigDecimal.ZERO, d("10"), null, null, Timeline.createdAt(START));
	}

	private static Order sell(int id, @Nullable UUID parent, String quantity) {
		Terms terms = limit(BTC, Side.SELL, quantity, "900");
		return new Order(new UUID(0, id), "sell" + id, OrderClass.BRACKET, parent, List.of(), terms, OrderStatus.NEW,
				terms.toOrderType(BigDecimal.TEN), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null, Timeline.createdAt(START));
	}
}
