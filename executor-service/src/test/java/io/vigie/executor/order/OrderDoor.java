package io.vigie.executor.order;

import io.vigie.common.message.Message;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The order path of a running executor, without a message having to come for it. */
public final class OrderDoor {

	private OrderDoor() {
	}

	@SafeVarargs
	public static void intend(ApplicationContext executor, Message<VerdictMessage>... verdicts) {
		executor.getBean(IntentDesk.class).intend(List.of(verdicts));
	}

	/** Stored, and not sent yet. */
	public static String intendLimitEntry(ApplicationContext executor, String bot, String symbol, String quantity, String price) {
		UUID id = UUID.randomUUID();
		BigDecimal units = new BigDecimal(quantity);
		var terms = new OrderTerms(symbol, Side.BUY, OrderType.LIMIT, OrderRole.ENTRY, TimeInForce.GTC, new BigDecimal(price), null, null, null);
		Instant now = Instant.now();
		Order order = new Order(id, bot, bot + "-" + id, null, null, null, terms, OrderLife.intended(units, "a test wants it"), 1, false,
				new Chain(id, null, now), now, now);
		executor.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
			OrderBook book = executor.getBean(OrderBook.class);
			Changes changes = book.open(List.of(bot), List.of(), List.of());
			changes.page().hold(bot, id, units.multiply(new BigDecimal(price)), now);
			changes.add(order, null, now);
			book.write(changes);
		});
		return order.clientOrderId();
	}
}
