package io.vigie.executor.order;

import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Talks to the venue for one order after the other per bot and symbol, for several lanes at once up to a bound. An order is in
 * at most one place of all lanes. Stops after the listeners, when what is in flight has been answered.
 */
@Component
@EnableConfigurationProperties(OrderSettings.class)
class Lanes implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Lanes.class);
	private static final Duration LAST_WORDS = Duration.ofSeconds(15);
	private static final Duration IDLE = Duration.ofSeconds(30);

	private final Map<String, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();
	private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
	private final Executor threads;
	private volatile boolean open = true;

	@Autowired
	Lanes(OrderSettings settings) {
		this(threads(settings.sendsAtOnce()));
	}

	Lanes(Executor threads) {
		this.threads = threads;
	}

	/** As many as may talk to the venue at once; what waits for one of them is an open order, and those are few. */
	private static Executor threads(int most) {
		var threads = new ThreadPoolExecutor(most, most, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().daemon().name("order-", 0).factory());
		threads.allowCoreThreadTimeOut(true);
		return threads;
	}

	/** Does nothing where the order is being worked on already, or no new work is taken. */
	void run(Order order, Runnable work) {
		if (!open || !busy.add(order.id())) {
			return;
		}
		CompletableFuture<Void> last = tails.compute(order.lane(), (_, tail) -> {
			CompletableFuture<Void> before = tail == null ? CompletableFuture.completedFuture(null) : tail;
			return before.handleAsync((_, _) -> work(order, work), threads);
		});
		last.whenComplete((_, _) -> tails.remove(order.lane(), last));
	}

	boolean isBusy(UUID order) {
		return busy.contains(order);
	}

	/** Waits until what is under way now is done, or the time is up. */
	void settle(Duration atMost) {
		await(tails.values(), atMost);
	}

	/** Waits until what is under way now in the lanes of these orders is done, or the time is up. */
	void settle(Collection<Order> orders, Duration atMost) {
		await(orders.stream().map(it -> tails.get(it.lane())).filter(Objects::nonNull).toList(), atMost);
	}

	private static void await(Collection<CompletableFuture<Void>> underWay, Duration atMost) {
		try {
			CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException _) {
			// Whoever asked looks for itself.
		}
	}

	private @Nullable Void work(Order order, Runnable work) {
		try {
			work.run();
		}
		catch (VenueUnavailable | AnswerLost e) {
			log.atWarn().addKeyValue("order_id", order.id()).addKeyValue("cause", String.valueOf(e.getMessage()))
				.log("The venue can't be asked now, order is left for settlement");
		}
		catch (RuntimeException e) {
			// The order keeps its stored state; it is settled with the venue on the timer.
			log.atWarn().addKeyValue("order_id", order.id()).addKeyValue("bot", order.bot()).setCause(e).log("Order is left for settlement");
		}
		finally {
			busy.remove(order.id());
		}
		return null;
	}

	@Override
	public void start() {
		open = true;
	}

	@Override
	public void stop() {
		open = false;
		settle(LAST_WORDS);
	}

	@Override
	public boolean isRunning() {
		return open;
	}

	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 5_000;
	}
}
