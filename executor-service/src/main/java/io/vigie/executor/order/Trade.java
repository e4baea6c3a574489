package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.engine.order.Fill;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A booked fill.
 *
 * @param realised profit or loss before fees; zero for what opens a position
 */
record Trade(Order order, Fill fill, BigDecimal realised, long ledgerSequence) {

	UUID id() {
		return Ids.named("trade", order.id(), fill.cumulativeQuantity().stripTrailingZeros().toPlainString());
	}

	/** What makes the fill one of a kind in the ledger. */
	String key() {
		return key(order, fill);
	}

	static String key(Order order, Fill fill) {
		return "fill:" + order.id() + ":" + fill.cumulativeQuantity().stripTrailingZeros().toPlainString();
	}
}
