package io.vigie.executor.order;

import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the venue about every order whose outcome is not known: before new work is taken on, and on a timer from then on. */
@Component
public class Settlement {

	private static final Logger log = LoggerFactory.getLogger(Settlement.class);

	private final Orders orders;
	private final Placement placement;
	private final Lanes lanes;
	private final OrderSettings settings;
	private final Clock clock;
	private volatile boolean begun;

	Settlement(Orders orders, Placement placement, Lanes lanes, OrderSettings settings, Clock clock) {
		this.orders = orders;
		this.placement = placement;
		this.lanes = lanes;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Settles every order that has not ended; from then on the timer does.
	 *
	 * @throws VenueUnavailable while the venue can't be asked
	 * @throws AnswerLost while the venue does not answer
	 */
	public int settleAll() {
		List<Order> open = orders.unfinished();
		open.forEach(placement::settle);
		begun = true;
		return open.size();
	}

	/** Whether everything open has been settled with the venue since the start: only then is anything new decided. */
	public boolean hasBegun() {
		return begun;
	}

	/** Asks about one order now. */
	public void settle(Order order) {
		lanes.run(order, () -> placement.settle(order));
		lanes.settle(List.of(order), Duration.ofSeconds(5));
	}

	@Scheduled(fixedDelayString = "${vigie.executor.orders.settle-every}")
	void settleStale() {
		if (!begun || !lanes.isRunning()) {
			return;
		}
		Instant before = clock.instant().minus(settings.settleAfter());
		try {
			orders.unsettled(before).stream().filter(it -> !lanes.isBusy(it.id())).forEach(it -> lanes.run(it, () -> placement.settle(it)));
		}
		catch (DataAccessException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Unsettled orders can't be read now");
		}
	}
}
