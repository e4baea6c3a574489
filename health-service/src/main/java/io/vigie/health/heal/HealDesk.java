package io.vigie.health.heal;

import io.vigie.health.system.SystemDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
		return component == null ? once(healer::dead, it -> system.wasSeen(it) ? healer.heal(it, Trigger.REQUEST) : healer.spare(it))
				: once(() -> List.of(component), it -> healer.heal(it, Trigger.REQUEST));
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
			once(() -> hopeless, it -> healer.heal(it, Trigger.AUTOMATIC));
		}
	}

	List<Heal> last(int limit) {
		return book.last(limit);
	}

	private CompletableFuture<HealReport> once(Supplier<List<String>> components, Function<String, Heal> healing) {
		var mine = new CompletableFuture<HealReport>();
		while (true) {
			CompletableFuture<HealReport> current = running.get();
			if (current != null) {
				return current;
			}
			if (running.compareAndSet(null, mine)) {
				Thread.ofVirtual().name("heal").start(() -> run(components, healing, mine));
				return mine;
			}
		}
	}

	/** Whatever happens, the place is free again before anybody hears of it. */
	private void run(Supplier<List<String>> components, Function<String, Heal> healing, CompletableFuture<HealReport> report) {
		var work = new FutureTask<>(() -> heal(components.get(), healing));
		try {
			work.run();
		}
		finally {
			running.set(null);
		}
		switch (work.state()) {
			case SUCCESS -> report.complete(work.resultNow());
			case FAILED -> report.completeExceptionally(work.exceptionNow());
			case CANCELLED, RUNNING -> report.cancel(false);
		}
	}

	private HealReport heal(List<String> components, Function<String, Heal> healing) {
		Instant start = clock.instant();
		List<Heal> actions = components.stream()
			.sorted(Comparator.comparingInt(HealDesk::rank).thenComparing(Comparator.naturalOrder()))
			.map(healing)
			.toList();
		return new HealReport(summary(actions), start, clock.instant(), actions);
	}

	private static int rank(String component) {
		int rank = ORDER.indexOf(component);
		return rank < 0 ? ORDER.size() : rank;
	}

	private static String summary(List<Heal> actions) {
		return actions.isEmpty() ? "nothing is down, nothing was done"
				: actions.stream().map(it -> it.component() + " " + it.result() + ": " + it.why()).collect(Collectors.joining("; "));
	}

	/** Enough for one component; whoever asked for more and doesn't want to wait reads the report later. */
	Duration longest() {
		return settings.patience().plusSeconds(60);
	}
}
