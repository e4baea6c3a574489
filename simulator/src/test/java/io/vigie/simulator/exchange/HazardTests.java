package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.in;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static io.vigie.simulator.exchange.VenueFixture.market;
import static io.vigie.simulator.exchange.VenueFixture.notional;
import static io.vigie.simulator.exchange.VenueFixture.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.fault.Script;
import io.vigie.simulator.fault.ScriptReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HazardTests {

	private final VenueFixture venue = VenueFixture.open();

	@Test
	void neverTradeMoreThanAllowedAtOnceAndNeverNothing() {
		arm("'do':{'kind':'partial_fills','largest':'0.0000000001'}");
		venue.print(BTC, "800000000000");
		Order order = venue.buy(BTC, "0.000000002");
		venue.print(BTC, "800000000000");
		assertThat(venue.now(order).filledQuantity()).isEqualByComparingTo("0.000000001");
		venue.print(BTC, "800000000000");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
	}

	@Test
	void giveTheMoneyOfWhatIsNotFilledBack() {
		arm("'do':{'kind':'partial_fills','share':'0.5'}");
		Order order = venue.place(in(TimeInForce.IOC, market(BTC, Side.BUY, "4")));
		venue.print(BTC, "800");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.exchange().cash()).isEqualByComparingTo("98396");
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("98396");
	}

	@Test
	void leaveAnAllOrNothingOrderUntouched() {
		arm("'do':{'kind':'partial_fills','share':'0.5'}");
		Order order = venue.place(in(TimeInForce.FOK, market(AAPL, Side.BUY, "4")));
		venue.print(AAPL, "100");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.CANCELED);
		assertThat(venue.now(order).filledQuantity()).isZero();
	}

	@Test
	void fillANotionalInPieces() {
		arm("'do':{'kind':'partial_fills','share':'0.5'}");
		Order order = venue.place(notional(BTC, Side.BUY, "1600", TimeInForce.GTC));
		venue.print(BTC, "800").print(BTC, "800");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.exchange().findPosition(BTC).orElseThrow().quantity()).isEqualByComparingTo("2");
	}

	@Test
	void freeTheCashOfARejectedOrder() {
		arm("'do':{'kind':'order_rejected'}");
		Order order = venue.place(limit(BTC, Side.BUY, "2", "750"));
		assertThat(venue.heard()).containsExactly("new BUY LIMIT", "rejected BUY LIMIT");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.REJECTED);
		assertThat(venue.exchange().buyingPower()).isEqualByComparingTo("100000");
		assertThat(venue.exchange().openOrders()).isEmpty();
	}

	@Test
	void rejectAReplacementToo() {
		Order order = venue.place(limit(BTC, Side.BUY, "2", "750"));
		arm("'do':{'kind':'order_rejected'}");
		Order successor = venue.replace(order, null, "760", null);
		assertThat(successor.status()).isEqualTo(OrderStatus.REJECTED);
		assertThat(venue.exchange().openOrders()).isEmpty();
	}

	@Test
	void leaveTheTakeProfitOfARejectedStopInForceHoldingItsQuantity() {
		arm("'do':{'kind':'stop_refused','how':'rejected'}");
		Order entry = venue.bracket(BTC, "2", "900", "700");
		venue.print(BTC, "800");
		assertThat(venue.leg(entry, Kind.STOP).status()).isEqualTo(OrderStatus.REJECTED);
		assertThat(venue.leg(entry, Kind.LIMIT).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.exchange().available(BTC)).isZero();
		venue.print(BTC, "901");
		assertThat(venue.exchange().findPosition(BTC)).isEmpty();
	}

	@Test
	void rejectEitherOfTwoOrdersAndKeepTheOther() {
		venue.buy(AAPL, "10");
		venue.print(AAPL, "100");
		arm("'do':{'kind':'stop_refused','how':'rejected'}");
		Order profit = venue.place(limit(AAPL, Side.SELL, "10", "110"), OrderClass.OCO, "110", "95");
		assertThat(venue.leg(profit, Kind.STOP).status()).isEqualTo(OrderStatus.REJECTED);
		assertThat(venue.now(profit).status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void refuseStopsByReplacementToo() {
		venue.buy(AAPL, "10");
		venue.print(AAPL, "100");
		Order order = venue.place(stop(AAPL, Side.SELL, "10", "90"));
		arm("'do':{'kind':'stop_refused','message':'no'}");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> venue.replace(order, null, null, "95")).withMessage("no");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.replace(order, null, null, "95").status()).isEqualTo(OrderStatus.NEW);
	}

	@Test
	void countOnlyOrdersThatWouldBeTaken() {
		arm("'do':{'kind':'insufficient_qty'}");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> venue.sell(AAPL, "1")).withMessage("account is not allowed to short");
		assertThat(venue.exchange().takeFirings()).isEmpty();
	}

	@Test
	void standStillInAHaltForOneSymbolOnly() {
		arm("'do':{'kind':'symbol_halted'},'on':{'symbols':'AAPL'}");
		Order halted = venue.buy(AAPL, "1");
		Order other = venue.buy(BTC, "1");
		venue.print(AAPL, "100").print(BTC, "800");
		assertThat(venue.now(halted).status()).isEqualTo(OrderStatus.NEW);
		assertThat(venue.now(other).status()).isEqualTo(OrderStatus.FILLED);
		venue.cancel(halted);
		assertThat(venue.now(halted).status()).isEqualTo(OrderStatus.CANCELED);
	}

	@Test
	void areOverWhenDisarmed() {
		arm("'do':{'kind':'symbol_halted'}");
		venue.apply(new Command.Disarm(venue.next()));
		Order order = venue.buy(BTC, "1");
		venue.print(BTC, "800");
		assertThat(venue.now(order).status()).isEqualTo(OrderStatus.FILLED);
		assertThat(venue.exchange().hazards()).isEmpty();
	}

	@Test
	void tellWhatTheyStruckOnce() {
		arm("'name':'r','do':{'kind':'order_rejected'}");
		venue.buy(BTC, "1");
		assertThat(venue.exchange().takeFirings()).extracting(Firing::fault, Firing::what).containsExactly(
				tuple("r", "buy market BTC/USD"));
		assertThat(venue.exchange().takeFirings()).isEmpty();
	}

	@Test
	void goOnCountingFromASnapshot() {
		arm("'do':{'kind':'order_rejected'},'when':{'after':1,'times':1}");
		venue.buy(BTC, "1");
		Exchange resumed = Exchange.resume(venue.exchange().state(), List.of(), VenueFixture.rules(Depth.UNLIMITED, true));
		resumed.apply(new Command.Place(venue.next(), market(BTC, Side.BUY, "1"), "second", OrderClass.SIMPLE, null, null));
		assertThat(resumed.findOrder("second").orElseThrow().status()).isEqualTo(OrderStatus.REJECTED);
	}

	private void arm(String fault) {
		Script script = ScriptReader.read("{" + fault.replace('\'', '"') + "}");
		venue.apply(new Command.Arm(venue.next(), script.seed(), script.named(Set.of()).faults()));
	}
}
