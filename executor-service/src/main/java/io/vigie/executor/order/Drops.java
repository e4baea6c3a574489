package io.vigie.executor.order;

import io.vigie.engine.order.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells stops that the venue took and dropped again from those that were cancelled here, by whatever took their place: the first
 * are as good as refused. What was cancelled is remembered only as long as it counts, and nothing counts from before this life.
 * Thread-safe.
 */
@Component
public class Drops {

	private static final Duration RECENT = Duration.ofMinutes(5);

	private final Map<UUID, Instant> ours = new ConcurrentHashMap<>();
	private final Clock clock;
	private final Instant began;

	Drops(Clock clock) {
		this.clock = clock;
		this.began = clock.instant();
	}

	/** It is being cancelled or moved here. */
	void except(Order stop) {
		Instant now = clock.instant();
		ours.put(stop.id(), now);
		ours.values().removeIf(it -> it.isBefore(now.minus(RECENT.multipliedBy(2))));
	}

	public Set<UUID> among(Collection<Order> stops) {
		Instant since = clock.instant().minus(RECENT);
		return stops.stream().filter(it -> it.life().state() == OrderState.CANCELED || it.life().state() == OrderState.EXPIRED)
			.filter(it -> it.life().filled().signum() == 0 && it.venueOrderId() != null && !ours.containsKey(it.id()))
			.filter(it -> it.changedAt().isAfter(since) && !it.changedAt().isBefore(began))
			.map(Order::id).collect(Collectors.toSet());
	}
}
