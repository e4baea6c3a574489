package io.vigie.executor.order;

import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.venue.Alpaca;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The last thing done on the way out, when nothing is being sent any more: entries that rest at a limit are cancelled, since
 * nobody would watch them; what protects positions stays; and it says what it leaves.
 */
@Component
class Farewell implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Farewell.class);

	private final Orders orders;
	private final Alpaca venue;
	private final Evidence evidence;
	private volatile boolean running;

	Farewell(Orders orders, Alpaca venue, Evidence evidence) {
		this.orders = orders;
		this.venue = venue;
		this.evidence = evidence;
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		try {
			List<Order> open = orders.open();
			open.stream().filter(it -> it.is(OrderRole.ENTRY) && it.terms().type() == OrderType.LIMIT && it.venueOrderId() != null)
				.forEach(this::cancel);
			List<Order> left = orders.open();
			log.atInfo().addKeyValue("protecting", left.stream().filter(it -> it.parentId() != null).count())
				.addKeyValue("other", left.stream().filter(it -> it.parentId() == null).map(Order::clientOrderId).toList())
				.log("Stopped; orders left at the venue");
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Stopped without knowing what is left at the venue");
		}
	}

	private void cancel(Order entry) {
		venue.cancel(String.valueOf(entry.venueOrderId()));
		evidence.lookUp(entry);
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** After the lanes, before the outbox is emptied for the last time. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 7_000;
	}
}
