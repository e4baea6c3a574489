package io.vigie.executor.order;

import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

final class OrderFixtures {

	static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	private OrderFixtures() {
	}

	/** Ten units with a bracket around 100. */
	static Order entry(String bot, String symbol) {
		return order(bot, OrderTerms.market(symbol, Side.BUY, OrderRole.ENTRY, TimeInForce.GTC)
			.protectedBy(new BigDecimal("98"), new BigDecimal("104")), true);
	}

	static Order exit(String bot, String symbol) {
		return order(bot, OrderTerms.market(symbol, Side.SELL, OrderRole.EXIT, TimeInForce.GTC), false);
	}

	/** One that the venue took. */
	static Order stop(OrderState state, Instant changedAt) {
		UUID id = UUID.randomUUID();
		var terms = new OrderTerms("AAPL", Side.SELL, OrderType.STOP, OrderRole.STOP_LOSS, TimeInForce.GTC, null, new BigDecimal("98"), null, null);
		return new Order(id, "trend", "trend-" + id, "v-" + id, null, null, terms, new OrderLife(BigDecimal.TEN, state, Fills.NONE, BigDecimal.ZERO, ""), 1,
				false, new Chain(id, null, NOW), NOW, changedAt);
	}

	private static Order order(String bot, OrderTerms terms, boolean bracket) {
		UUID id = UUID.randomUUID();
		return new Order(id, bot, bot + "-" + id, null, UUID.randomUUID(), null, terms, OrderLife.intended(BigDecimal.TEN, "approved"), 1, bracket,
				new Chain(UUID.randomUUID(), UUID.randomUUID(), NOW), NOW, NOW);
	}
}
