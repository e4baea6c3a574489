package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.venue.Alpaca;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last thing done on the way out, when nothing is being sent any more: entries that rest at a price are cancelled, and the
 * venue's confirmation awaited, since nobody would watch them; what protects positions stays; and what is left is said and stored.
 */
@Component
class Farewell implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Farewell.class);
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Orders orders;
	private final Alpaca venue;
	private final Evidence evidence;
	private final JdbcClient jdbc;
	private final Clock clock;
	private volatile boolean running;

	Farewell(Orders orders, Alpaca venue, Evidence evidence, JdbcClient jdbc, Clock clock) {
		this.orders = orders;
		this.venue = venue;
		this.evidence = evidence;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		try {
			List<Order> asked = waiting();
			asked.forEach(this::cancel);
			List<Order> unconfirmed = confirm();
			tell(asked.stream().filter(it -> unconfirmed.stream().noneMatch(left -> left.id().equals(it.id()))).toList(), unconfirmed, orders.open());
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Stopped without knowing what is left at the venue");
		}
	}

	/** Market entries fill or end by themselves, with their protection; but for those that wait for an auction. */
	private List<Order> waiting() {
		return orders.open().stream().filter(it -> it.is(OrderRole.ENTRY))
			.filter(it -> it.terms().type() != OrderType.MARKET || it.terms().timeInForce().isAuction()).toList();
	}

	private void cancel(Order entry) {
		try {
			if (entry.venueOrderId() != null) {
				venue.cancel(entry.venueOrderId());
			}
			else if (!evidence.lookUp(entry)) {
				evidence.say(entry, new OrderEvent.Withdrawn("the executor stopped before it was sent"));
			}
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("order_id", entry.id()).addKeyValue("cause", String.valueOf(e.getMessage())).log("Entry could not be cancelled");
		}
	}

	/** What is still waiting when the venue has had its time. */
	private List<Order> confirm() {
		Instant deadline = clock.instant().plus(PATIENCE);
		List<Order> left = waiting();
		while (!left.isEmpty() && clock.instant().isBefore(deadline)) {
			left.forEach(it -> {
				if (evidence.lookUp(it) && orders.one(it.id()).filter(now -> !now.life().state().isFinal()).isPresent()) {
					cancel(orders.one(it.id()).orElse(it));
				}
			});
			left = waiting();
			if (!left.isEmpty()) {
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
		return left;
	}

	private void tell(List<Order> cancelled, List<Order> unconfirmed, List<Order> left) {
		String summary = "Stopped. " + (cancelled.isEmpty() ? "No entry was waiting" : cancelled.size() + " waiting entries cancelled") + "; "
				+ (left.isEmpty() ? "nothing is left at the venue" : "left at the venue: " + words(left))
				+ (unconfirmed.isEmpty() ? "." : "; NOT confirmed as cancelled: " + words(unconfirmed) + ".");
		(unconfirmed.isEmpty() ? log.atInfo() : log.atWarn()).addKeyValue("cancelled", cancelled.size()).addKeyValue("left", left.size()).log(summary);
		jdbc.sql("insert into farewells (id, summary, cancelled, left_open, stopped_at) values (?, ?, ?::text[], ?::text[], ?)")
			.params(Ids.next(clock.instant()), summary, names(cancelled), names(left), Timestamp.from(clock.instant())).update();
	}

	private static String[] names(List<Order> orders) {
		return orders.stream().map(Order::clientOrderId).toArray(String[]::new);
	}

	/** Protection first: that is what one wants to know is there. */
	private static String words(List<Order> orders) {
		List<Order> sorted = new ArrayList<>(orders);
		sorted.sort(Comparator.comparing((Order it) -> !isProtection(it)).thenComparing(Order::bot).thenComparing(it -> it.terms().symbol()));
		Stream<String> words = sorted.stream().map(it -> it.terms().role().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " of "
				+ it.remaining().toPlainString() + " " + it.terms().symbol() + " (" + it.bot() + ")");
		return words.collect(Collectors.joining(", "));
	}

	private static boolean isProtection(Order order) {
		return order.is(OrderRole.STOP_LOSS) || order.is(OrderRole.TAKE_PROFIT);
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
