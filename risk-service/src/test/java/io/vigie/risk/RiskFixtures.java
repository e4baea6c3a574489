package io.vigie.risk;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PositionView;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the neighbours of risk say: a market where bitcoin stands at 900. */
public final class RiskFixtures {

	public static final Instant MARKET = Instant.parse("2013-11-25T12:00:00Z");

	private RiskFixtures() {
	}

	public static Message<TradeProposed> buys(String bot, String symbol, String price, Instant at) {
		return proposes(bot, symbol, Action.BUY, price, at);
	}

	public static Message<TradeProposed> closes(String bot, String symbol, String price, Instant at) {
		return proposes(bot, symbol, Action.CLOSE, price, at);
	}

	public static Message<TradeProposed> proposes(String bot, String symbol, Action action, String price, Instant at) {
		var value = new BigDecimal(price);
		var bar = new Bar(symbol, Timeframe.M1, MARKET.minusSeconds(60), value, value, value, value, BigDecimal.ONE, 3, 7);
		var tick = new Tick(symbol, 7, MARKET.minusSeconds(1), value, BigDecimal.ONE);
		return Message.beginning(UUID.randomUUID(), "analyst", "risk", at, new TradeProposed(bot, "sma-cross", symbol, action,
				new BigDecimal("0.7"), value, new Evidence(bar, tick, Map.of("fast", value)), "Fast crossed slow.", MARKET));
	}

	public static Message<PortfolioChanged> portfolio(String bot, long sequence, String cash, PositionView... positions) {
		BigDecimal value = List.of(positions).stream().map(it -> it.quantity().multiply(it.lastPrice())).reduce(BigDecimal.ZERO, BigDecimal::add);
		var money = new BigDecimal(cash);
		return Message.beginning(UUID.randomUUID(), "executor", Message.ALL, MARKET, new PortfolioChanged(bot, sequence, "USD",
				new BigDecimal("25000"), money, BigDecimal.ZERO, value, money.add(value), BigDecimal.ZERO, BigDecimal.ZERO,
				List.of(positions), MARKET));
	}

	public static PositionView position(String symbol, String quantity, String price) {
		return new PositionView(symbol, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(price), BigDecimal.ZERO,
				null, null);
	}

	/** An entry's order for the proposal; equal arguments, equal order. */
	public static Message<OrderChanged> entry(String bot, UUID proposal, String symbol, OrderState state, long sequence) {
		return order(bot, Ids.named("order", proposal), proposal, symbol, Side.BUY, OrderRole.ENTRY, "5", state, sequence);
	}

	public static Message<OrderChanged> exit(String bot, UUID order, String symbol, String quantity, OrderState state, long sequence) {
		return order(bot, order, UUID.randomUUID(), symbol, Side.SELL, OrderRole.EXIT, quantity, state, sequence);
	}

	/** A fill that sold; its order is named after what is given. */
	public static Message<TradeBooked> sold(String bot, String symbol, String order, OrderRole role, String realised, Instant at) {
		return Message.beginning(UUID.randomUUID(), "executor", Message.ALL, at, new TradeBooked(bot, UUID.randomUUID(), Ids.named("order", order),
				null, symbol, Side.SELL, role, BigDecimal.ONE, new BigDecimal("5000"), BigDecimal.ZERO, new BigDecimal(realised), 7, at));
	}

	public static Message<PortfolioChanged> worth(String bot, long sequence, String cash, Instant at, PositionView... positions) {
		Message<PortfolioChanged> message = portfolio(bot, sequence, cash, positions);
		PortfolioChanged it = message.data();
		return Message.beginning(message.id(), "executor", Message.ALL, at, new PortfolioChanged(it.bot(), it.sequence(), it.currency(), it.capital(),
				it.cash(), it.held(), it.positionsValue(), it.equity(), it.realised(), it.fees(), it.positions(), at));
	}

	public static Message<TradeProposed> buysAt(Instant market, String bot, String symbol, Instant said) {
		TradeProposed it = buys(bot, symbol, "900", said).data();
		return Message.beginning(UUID.randomUUID(), "analyst", "risk", said, new TradeProposed(bot, it.strategy(), symbol, it.action(), it.confidence(),
				it.price(), new Evidence(it.evidence().bar(), new Tick(symbol, 7, market, it.price(), BigDecimal.ONE), Map.of()), it.reasoning(), market));
	}

	public static Message<ConnectionChanged> link(String link, LinkState state, int failures, Instant at) {
		return Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, at, new ConnectionChanged(link, state, failures, at, "as the test says"));
	}

	public static Message<ConnectionChanged> link(String link, LinkState state) {
		return Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, MARKET,
				new ConnectionChanged(link, state, state == LinkState.UP ? 0 : 1, MARKET, "as the test says"));
	}

	private static Message<OrderChanged> order(String bot, UUID order, UUID proposal, String symbol, Side side, OrderRole role,
			String quantity, OrderState state, long sequence) {
		var size = new BigDecimal(quantity);
		return Message.beginning(UUID.randomUUID(), "executor", Message.ALL, MARKET, new OrderChanged(bot, order, bot + "-" + order,
				null, proposal, null, symbol, side, OrderType.MARKET, role, size, state == OrderState.FILLED ? size : BigDecimal.ZERO,
				null, null, null, state, "as the test says", sequence, MARKET));
	}
}
