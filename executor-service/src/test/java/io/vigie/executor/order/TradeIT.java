package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static io.vigie.executor.testing.VerdictFixtures.exit;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.VenueEvent;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.FakeVenue.Fault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** From verdict to ledger when nothing goes wrong, and when things come in the wrong order. */
class TradeIT extends ExecutorTest {

	@Test
	void buysHoldsBooksAndProtects() {
		var verdict = entry("trend", "AAA", "10", "100");
		say(verdict);
		FakeOrder order = awaitOrder("AAA");
		awaitState(order.clientOrderId, "ACCEPTED");
		assertThat(held(verdict)).isEqualByComparingTo("1010");

		tell(VENUE.exchange.fill(order, "4", "100"));
		tell(VENUE.exchange.fill(order, "6", "101"));
		tell(VENUE.exchange.fee(order, "2.5"));
		awaitState(order.clientOrderId, "FILLED");

		TradeBooked trade = wire.await(Topics.ORDERS, TradeBooked.class, it -> it.symbol().equals("AAA") && it.quantity().intValue() == 6).data();
		assertThat(trade.role()).isEqualTo(OrderRole.ENTRY);
		PortfolioChanged portfolio = wire.await(Topics.PORTFOLIOS, PortfolioChanged.class,
				it -> it.bot().equals("trend") && it.fees().compareTo(new BigDecimal("2.5")) >= 0
						&& it.positions().stream().anyMatch(p -> p.symbol().equals("AAA") && p.quantity().intValue() == 10)).data();
		assertThat(portfolio.positions()).filteredOn(it -> it.symbol().equals("AAA")).singleElement().satisfies(it -> {
			assertThat(it.averagePrice()).isEqualByComparingTo("100.6");
			assertThat(it.stopLoss()).isEqualByComparingTo("98");
			assertThat(it.takeProfit()).isEqualByComparingTo("104");
		});
		assertThat(held(verdict)).isZero();
		assertThat(wire.received(Topics.ORDERS, OrderChanged.class)).filteredOn(it -> it.data().clientOrderId().equals(order.clientOrderId))
			.extracting(it -> it.data().state())
			.containsExactly(OrderState.INTENDED, OrderState.SENT, OrderState.ACCEPTED, OrderState.PARTIALLY_FILLED, OrderState.FILLED);
	}

	@Test
	void numbersEveryChangeOfABotsLedgerOnce() {
		say(entry("breakout", "ABA", "1", "50"));
		FakeOrder order = awaitOrder("ABA");
		tell(VENUE.exchange.fill(order, "1", "50"));
		awaitState(order.clientOrderId, "FILLED");

		await(() -> assertThat(wire.received(Topics.PORTFOLIOS, PortfolioChanged.class)).filteredOn(it -> it.data().bot().equals("breakout"))
			.extracting(it -> it.data().sequence()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2));
	}

	@Test
	void booksFillThatComesBeforeTheAnswer() {
		VENUE.faults.add(Fault.LATE_ANSWER);
		say(entry("trend", "BBB", "3", "10"));
		FakeOrder order = awaitOrder("BBB");

		tell(VENUE.exchange.fill(order, "3", "10"));
		tell(VENUE.exchange.told(order.legs.getFirst(), VenueEvent.ACCEPTED));

		awaitState(order.clientOrderId, "FILLED");
		await(() -> assertThat(jdbc.sql("select role from orders where symbol = 'BBB' order by role").query(String.class).list())
			.containsExactly("ENTRY", "STOP_LOSS", "TAKE_PROFIT"));
	}

	@Test
	void booksFillsInAnyOrderOfArrival() {
		say(entry("trend", "CCC", "5", "10"));
		FakeOrder order = awaitOrder("CCC");
		var first = VENUE.exchange.fill(order, "2", "10");
		var second = VENUE.exchange.fill(order, "3", "11");

		tell(second);
		tell(first);

		awaitState(order.clientOrderId, "FILLED");
		assertThat(trades("CCC")).isEqualTo(2);
	}

	@Test
	void fetchesFillThatNobodyTold() {
		say(entry("trend", "DDD", "5", "10"));
		FakeOrder order = awaitOrder("DDD");
		VENUE.exchange.fill(order, "2", "10");
		var second = VENUE.exchange.fill(order, "3", "11");

		tell(second);

		awaitState(order.clientOrderId, "FILLED");
		assertThat(trades("DDD")).isEqualTo(2);
	}

	@Test
	void booksStopOfTheVenueForTheBot() {
		say(entry("trend", "EEE", "5", "10"));
		FakeOrder order = awaitOrder("EEE");
		tell(VENUE.exchange.fill(order, "5", "10"));
		FakeOrder stop = order.legs.get(1);
		tell(VENUE.exchange.fill(stop, "5", "9.7"));
		tell(VENUE.exchange.told(order.legs.getFirst(), VenueEvent.CANCELED));

		TradeBooked trade = wire.await(Topics.ORDERS, TradeBooked.class, it -> it.symbol().equals("EEE") && it.role() == OrderRole.STOP_LOSS).data();
		assertThat(trade.bot()).isEqualTo("trend");
		assertThat(trade.realised()).isEqualByComparingTo("-1.5");
	}

	@Test
	void cancelsLegsThenSellsWhatIsHeld() {
		say(entry("reversion", "FFF", "5", "10"));
		FakeOrder order = awaitOrder("FFF");
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");

		var exit = exit("reversion", "FFF", "5");
		say(exit);
		await(() -> assertThat(VENUE.exchange.byClientId(clientOrderId(exit))).hasSize(1));
		FakeOrder sale = VENUE.exchange.byClientId(clientOrderId(exit)).getFirst();
		assertThat(order.legs).allMatch(it -> it.status.equals("canceled"));
		assertThat(sale.side).isEqualTo("sell");
		tell(VENUE.exchange.fill(sale, "5", "11"));

		awaitState(sale.clientOrderId, "FILLED");
		assertThat(wire.await(Topics.ORDERS, TradeBooked.class, it -> it.symbol().equals("FFF") && it.role() == OrderRole.EXIT).data().realised())
			.isEqualByComparingTo("5");
	}

	@Test
	void doesNotSellWhatTheStopHasSold() {
		say(entry("reversion", "GGG", "5", "10"));
		FakeOrder order = awaitOrder("GGG");
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");
		VENUE.exchange.fill(order.legs.get(1), "5", "9");

		var exit = exit("reversion", "GGG", "5");
		say(exit);

		awaitState(clientOrderId(exit), "CANCELED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(exit))).isEmpty();
		assertThat(jdbc.sql("select reason from orders where client_order_id = ?").param(clientOrderId(exit)).query(String.class).single())
			.contains("nothing is left to sell");
	}

	@Test
	void putsTheStopBackWhenTheVenueRefusesTheExit() {
		say(entry("reversion", "REA", "5", "10"));
		FakeOrder order = awaitOrder("REA");
		tell(VENUE.exchange.fill(order, "5", "10"));
		awaitState(order.clientOrderId, "FILLED");
		VENUE.faults.add(Fault.REJECT);

		var exit = exit("reversion", "REA", "5");
		say(exit);

		awaitState(clientOrderId(exit), "REJECTED");
		await(() -> assertThat(VENUE.exchange.all()).filteredOn(it -> it.symbol.equals("REA") && it.isOpen()).singleElement().satisfies(it -> {
			assertThat(it.type).isEqualTo("stop");
			assertThat(it.stopPrice).isEqualByComparingTo("9.8");
			assertThat(it.quantity).isEqualByComparingTo("5");
			awaitState(it.clientOrderId, "ACCEPTED");
		}));
		var second = exit("reversion", "REA", "5");
		say(second);
		await(() -> assertThat(VENUE.exchange.byClientId(clientOrderId(second))).hasSize(1));
		tell(VENUE.exchange.fill(VENUE.exchange.byClientId(clientOrderId(second)).getFirst(), "5", "10"));
		awaitState(clientOrderId(second), "FILLED");
	}

	@Test
	void storesTheVenuesRefusalAndFreesTheCash() {
		VENUE.faults.add(Fault.REJECT);
		var verdict = entry("breakout", "HHH", "5", "10");
		say(verdict);

		awaitState(clientOrderId(verdict), "REJECTED");
		assertThat(held(verdict)).isZero();
		assertThat(wire.await(Topics.ORDERS, OrderChanged.class, it -> it.symbol().equals("HHH") && it.state() == OrderState.REJECTED).data().reason())
			.isEqualTo("insufficient buying power");
	}

	@Test
	void doesNotSendWhatFreeCashDoesNotCover() {
		var verdict = entry("breakout", "III", "1000", "100");
		say(verdict);

		awaitState(clientOrderId(verdict), "CANCELED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).isEmpty();
	}

	@Test
	void adoptsOrderPlacedByHandForTheReserve() {
		FakeOrder foreign = VENUE.exchange.placeByHand("JJJ", "2");
		tell(VENUE.exchange.told(foreign, VenueEvent.ACCEPTED));
		awaitState(foreign.clientOrderId, "ACCEPTED");
		tell(VENUE.exchange.fill(foreign, "2", "20"));

		awaitState(foreign.clientOrderId, "FILLED");
		assertThat(jdbc.sql("select bot from positions where symbol = 'JJJ'").query(String.class).single()).isEqualTo("reserve");
		assertThat(jdbc.sql("select role from orders where symbol = 'JJJ'").query(String.class).single()).isEqualTo("FOREIGN");
	}

	private BigDecimal held(Message<VerdictMessage> verdict) {
		return jdbc.sql("select remaining from holds where order_id = (select id from orders where client_order_id = ?)")
			.param(clientOrderId(verdict)).query(BigDecimal.class).single();
	}

	private long trades(String symbol) {
		return jdbc.sql("select count(*) from trades where symbol = ?").param(symbol).query(Long.class).single();
	}
}
