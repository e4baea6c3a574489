package io.vigie.executor.reconcile;

import io.vigie.executor.order.Order;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.VenuePosition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What books and broker said when they were held against each other.
 *
 * @param settled nothing happened at either of them between the first question and the last
 * @param notThere orders that are open in the books and not at the broker
 * @param notHere orders that are open at the broker and not in the books
 * @param costs of what the books hold, by symbol
 * @param positions at the broker, by symbol
 * @param historyUntil market time of the newest entry of the account's history; none where it is empty
 */
record Look(List<Drift> drifts, boolean settled, List<Order> notThere, List<VenueOrder> notHere, Map<String, BigDecimal> costs,
		Map<String, VenuePosition> positions, @Nullable Instant historyUntil, Map<String, String> compared) {

	boolean agrees() {
		return drifts.isEmpty();
	}

	/** Two quiet looks with the same result: no event will explain it any more. */
	boolean confirms(@Nullable Look before) {
		return before != null && settled && before.settled && drifts.size() == before.drifts.size()
				&& drifts.stream().allMatch(before::has);
	}

	boolean has(Drift drift) {
		return drifts.stream().anyMatch(drift::isSameAs);
	}
}
