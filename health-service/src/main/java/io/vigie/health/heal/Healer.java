package io.vigie.health.heal;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.health.alert.Backlog;
import io.vigie.health.probe.Probes;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Brings one component back: looks, restarts, looks again. Its memory of restarts does not depend on the database, which may
 * be what is dead.
 */
@Service
class Healer {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
	/** What the others stand on; while it is away, restarting them does not help. */
	private static final List<String> GROUND = List.of("postgres", "kafka");

	private static final Set<String> UNTOUCHED = Set.of("health", "disk");

	private final Probes probes;
	private final Restarters restarters;
	private final HealSettings settings;
	private final HealBook book;
	private final AgentLogs diary;
	private final MeterRegistry metrics;
	private final Clock clock;
	private final List<Heal> memory = new CopyOnWriteArrayList<>();
	private final Backlog<Heal> history = new Backlog<>("heal history");

	Healer(Probes probes, Restarters restarters, HealSettings settings, HealBook book, AgentLogs diary, MeterRegistry metrics,
			Clock clock) {
		this.probes = probes;
		this.restarters = restarters;
		this.settings = settings;
		this.book = book;
		this.diary = diary;
		this.metrics = metrics;
		this.clock = clock;
		memory.addAll(book.since(clock.instant().minus(settings.within())));
	}

	/** What doesn't answer right now. */
	List<String> dead() {
		return probes.look().stream().filter(it -> it.state() == State.DOWN).map(Reading::component).toList();
	}

	Heal heal(String component, Trigger trigger) {
		Instant start = clock.instant();
		Optional<Reading> before = probes.look(component);
		if (before.isEmpty()) {
			return end(component, trigger, Result.REFUSED, component + " is not watched here", "", "", start);
		}
		String first = before.get().evidence();
		if (before.get().state() != State.DOWN) {
			return trigger == Trigger.AUTOMATIC
					? new Heal(Ids.next(start), component, trigger, Result.NOT_NEEDED, "it answers", first, first, start, clock.instant()) : end(component, trigger, Result.NOT_NEEDED, "it answers", first, first, start);
		}
		Optional<String> refusal = refusal(component, start);
		return refusal.isPresent() ? end(component, trigger, Result.REFUSED, refusal.get(), first, first, start)
				: restart(component, trigger, first, start);
	}

	/** For what may still be starting: a restart now would only make it begin again. */
	Heal spare(String component) {
		Instant start = clock.instant();
		String seen = probes.look(component).map(Reading::evidence).orElse("");
		return end(component, Trigger.REQUEST, Result.REFUSED,
				"it was not up yet since health began to watch and may still be starting; name it to restart it anyway", seen, seen, start);
	}

	/** Asked before healing by itself, so that a refusal is not told over and over. */
	boolean isRefused(String component, Instant now) {
		return !restarters.present() || refusal(component, now).isPresent();
	}

	private Optional<String> refusal(String component, Instant now) {
		if (UNTOUCHED.contains(component)) {
			return Optional.of(component + " is nothing that can be restarted from here");
		}
		if (!GROUND.contains(component)) {
			Optional<String> missing = GROUND.stream()
				.filter(it -> probes.look(it).filter(reading -> reading.state() == State.DOWN).isPresent())
				.findFirst();
			if (missing.isPresent()) {
				return Optional.of(missing.get() + " is away, and without it a restart of " + component + " would not help");
			}
		}
		return guarded(component, now);
	}

	private Optional<String> guarded(String component, Instant now) {
		return settings.guard()
			.refusal(memory.stream().filter(it -> it.component().equals(component) && it.restarted()).map(Heal::startedAt).toList(), now);
	}

	private Heal restart(String component, Trigger trigger, String before, Instant start) {
		String did;
		try {
			did = restarters.restart(component);
		}
		catch (RestartRefused e) {
			Result result = restarters.present() ? Result.FAILED : Result.REFUSED;
			return end(component, trigger, result, String.valueOf(e.getMessage()), before, before, start);
		}
		Reading after = awaitUp(component);
		return after.state() == State.DOWN
				? end(component, trigger, Result.FAILED, did + ", but it is not up after " + settings.patience().toSeconds() + " s", before, after.evidence(), start)
				: end(component, trigger, Result.HEALED, did, before, after.evidence(), start);
	}

	private Reading awaitUp(String component) {
		long deadline = System.nanoTime() + settings.patience().toNanos();
		while (true) {
			Reading reading = probes.look(component).orElseThrow();
			if (reading.state() == State.UP || System.nanoTime() > deadline) {
				return reading;
			}
			try {
				Thread.sleep(BETWEEN_LOOKS);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return reading;
			}
		}
	}

	private Heal end(String component, Trigger trigger, Result result, String why, String before, String after, Instant start) {
		var heal = new Heal(Ids.next(start), component, trigger, result, why, before, after, start, clock.instant());
		memory.removeIf(it -> it.startedAt().isBefore(start.minus(settings.within())));
		if (heal.restarted()) {
			memory.add(heal);
		}
		metrics.counter("health.heals", "component", component, "result", result.name()).increment();
		history.add(heal);
		catchUp();
		diary.log(AgentLogged.Kind.ACTION, null, "Healing " + component + ": " + result + ", " + why,
				Map.of("component", component, "result", result.name(), "trigger", trigger.name(), "before", before, "after", after), null);
		return heal;
	}

	@Scheduled(initialDelayString = "PT10S", fixedRateString = "PT10S")
	void catchUp() {
		history.work(book::write);
	}
}
