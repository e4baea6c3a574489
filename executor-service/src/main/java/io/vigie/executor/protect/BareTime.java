package io.vigie.executor.protect;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How long positions go without a stop for all of them. Each position counts once when it is opened, with zero where it was
 * protected from the beginning, and once more each time its protection was lost. One thread looks, all may ask.
 */
@Component
class BareTime {

	private final Covers covers;
	private final MeterRegistry metrics;
	private final Clock clock;
	private final Map<Cover.Lane, Instant> bareSince = new ConcurrentHashMap<>();
	private final Set<Cover.Lane> known = new HashSet<>();
	private Instant lastLook;

	BareTime(Covers covers, MeterRegistry metrics, Clock clock) {
		this.covers = covers;
		this.metrics = metrics;
		this.clock = clock;
		this.lastLook = clock.instant();
		Gauge.builder("vigie.positions.unprotected", bareSince, Map::size).description("Positions without a confirmed stop for all of them")
			.register(metrics);
	}

	void look(List<Cover> positions) {
		Instant now = clock.instant();
		for (Cover cover : positions) {
			if (!cover.isWhole()) {
				bareSince.computeIfAbsent(cover.lane(), it -> since(it, now));
			}
			else if (bareSince.containsKey(cover.lane()) || !known.contains(cover.lane())) {
				end(cover.lane(), now);
			}
		}
		Set<Cover.Lane> held = positions.stream().map(Cover::lane).collect(Collectors.toSet());
		Set.copyOf(bareSince.keySet()).stream().filter(it -> !held.contains(it)).forEach(it -> end(it, now));
		known.retainAll(held);
		known.addAll(held);
		lastLook = now;
	}

	Duration of(Cover.Lane lane) {
		Instant since = bareSince.get(lane);
		return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
	}

	/** A trade booked since the last look is where it began. */
	private Instant since(Cover.Lane lane, Instant now) {
		return covers.tradedAt(lane).filter(it -> it.isAfter(lastLook) && it.isBefore(now)).orElse(now);
	}

	private void end(Cover.Lane lane, Instant now) {
		Instant since = bareSince.remove(lane);
		Timer.builder("vigie.position.unprotected").description("Time a position went without a confirmed stop for all of it")
			.tag("bot", lane.bot()).tag("symbol", lane.symbol())
			.serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5),
					Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5))
			.register(metrics).record(since == null ? Duration.ZERO : Duration.between(since, now));
	}
}
