package io.vigie.health.heal;

import io.vigie.health.system.SystemDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** One round of healing at a time: whoever asks while one runs gets that one's report. */
@Service
public class HealDesk {

	/** What others stand on comes first. */
	private static final List<String> ORDER = List.of("postgres", "kafka", "simulator");

	private final SystemDesk system;
	private final Healer healer;
	private final HealBook book;
	private final HealSettings settings;
	private final Clock clock;
	private final AtomicReference<@Nullable CompletableFuture<HealReport>> running = new AtomicReference<>();

	HealDesk(SystemDesk system, Healer healer, HealBook book, HealSettings settings, Clock clock) {
		this.system = system;
		this.healer = healer;
		this.book = book;
		this.settings = settings;
		this.clock = clock;
	}

	/** Heals what doesn't answer now, or the one that is named; what was never up may still be starting, and is left alone. */
	CompletableFuture<HealReport> request(@Nullable String component) {
		return once(component == null ? this::dead : () -> List.of(component), Trigger.REQUEST);
	}

	private List<String> dead() {
		return healer.dead().stream().filter(system::wasSeen).toList();
	}

	/** Crashed processes are restarted by their launcher; this is for those that are there and don't answer. */
	@Scheduled(initialDelayString = "PT15S", fixedRateString = "PT5S")
	void healByItself() {
		if (!settings.automatic() || running.get() != null) {
			return;
		}
		Instant now = clock.instant();
		List<String> hopeless = system.down()
			.entrySet()
			.stream()
			.filter(it -> !it.getValue().isAfter(now.minus(settings.after())) && !healer.isRefused(it.getKey(), now))
			.map(Map.Entry::getKey)
			.toList();
		if (!hopeless.isEmpty()) {
			once(() -> hopeless, Trigger.AUTOMATIC);
		}
	}

	List<Heal> last(int limit) {
		return book.last(limit);
	}

	private CompletableFuture<HealReport> once(Supplier<List<String>> components, Trigger trigger) {
		var mine = new CompletableFuture<HealReport>();
		while (true) {
			CompletableFuture<HealReport> current = running.get();
			if (current != null) {
				return current;
			}
			if (running.compareAndSet(null, mine)) {
				Thread.ofVirtual().name("heal").start(() -> run(components, trigger, mine));
				return mine;
			}
		}
	}

	private void run(Supplier<List<String>> components, Trigger trigger, CompletableFuture<HealReport> report) {
		Instant start = clock.instant();
		List<Heal> actions = new ArrayList<>();
		try {
			components.get().stream()
				.sorted(Comparator.comparingInt(HealDesk::rank).thenComparing(Comparator.naturalOrder()))
				.forEach(it -> actions.add(healer.heal(it, trigger)));
			running.set(null);
			report.complete(new HealReport(summary(actions), start, clock.instant(), List.copyOf(actions)));
		}
		catch (RuntimeException e) {
			running.set(null);
			report.completeExceptionally(e);
		}
	}

	private static int rank(String component) {
		int rank = ORDER.indexOf(component);
		return rank < 0 ? ORDER.size() : rank;
	}

	private static String summary(List<Heal> actions) {
		return actions.isEmpty() ? "nothing is down, nothing was done"
				: actions.stream().map(it -> it.component() + " " + it.result() + ": " + it.why()).collect(Collectors.joining("; "));
	}

	/** Longer than any round may take; whoever asked reads the report later. */
	Duration longest() {
		return settings.patience().plusSeconds(60);
	}
}
