package io.vigie.local.chaos;

import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run: wait until it trades, break things by plan, let it settle, count. Bounded in all its parts. */
public final class Chaos {

	private static final Duration FIRST_TRADES = Duration.ofSeconds(90);

	private static final Duration SETTLING = Duration.ofSeconds(90);

	/** Of whoever ended it early. */
	private static final Duration SHORT_SETTLING = Duration.ofSeconds(20);

	/** More than settling and telling take. */
	private static final Duration FAREWELL = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final CountDownLatch told = new CountDownLatch(1);

	private volatile @Nullable Thread runner;

	private final ChaosOptions options;

	private final Settings settings;

	private final Supplier<List<Status>> processes;

	private final Clock clock;

	private final Consumer<String> screen;

	private final Http venue;

	private final Books books;

	/** Of the whole machine, other programs included: on a busy one everything heals slowly. */
	private final List<Double> load = new ArrayList<>();

	/** @param processes what the supervisor says of them */
	public Chaos(ChaosOptions options, Settings settings, Supplier<List<Status>> processes, Clock clock, Consumer<String> screen) {
		this.options = options;
		this.settings = settings;
		this.processes = processes;
		this.clock = clock;
		this.screen = screen;
		this.venue = Http.to(settings.url(Component.SIMULATOR));
		this.books = new Books(settings.port(Component.POSTGRES), settings.databasePassword());
	}

	/** Whether it came to its end and no money went astray. */
	public boolean run() throws IOException {
		runner = Thread.currentThread();
		try {
			return breakAndCount();
		}
		catch (InterruptedException e) {
			screen.accept("Ended before anything could be counted.");
			return false;
		}
		finally {
			told.countDown();
		}
	}

	/** Breaks nothing more and counts what there is, in a run that goes on in another thread; returns when it has been told. */
	public void end() {
		Thread running = runner;
		if (running == null || told.getCount() == 0) {
			return;
		}
		running.interrupt();
		try {
			told.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean breakAndCount() throws IOException, InterruptedException {
		Plan plan = Plan.of(options.seed(), options.minutes());
		plan.lines().forEach(screen);
		screen.accept("");
		Pulse pulse = new Pulse(processes, settings, books);
		awaitTrades(pulse);
		List<Outcome> outcomes = new ArrayList<>();
		boolean ended = false;
		List<Shield.Bare> bare;
		try (Shield shield = new Shield(venue, clock)) {
			shield.start();
			Strike strike = new Strike(pulse::look, venue, clock);
			try {
				breakThings(plan, strike, outcomes);
				settle(pulse, SETTLING);
			}
			catch (InterruptedException e) {
				ended = true;
				screen.accept("Ended early: nothing more is broken.");
				strike.clear();
				settle(pulse, SHORT_SETTLING);
			}
			bare = shield.bareTimes();
		}
		Books.Page page = page();
		VenueRecord record = VenueRecord.read(venue);
		ChaosReport report = new ChaosReport(outcomes, bare, Audit.of(page, record));
		tell(plan, report, outcomes.size(), Audit.compared(page, record), ended);
		return report.isClean() && !ended;
	}

	private void breakThings(Plan plan, Strike strike, List<Outcome> outcomes) throws InterruptedException {
		Instant begin = clock.instant();
		Duration length = Duration.ofMinutes(options.minutes());
		// What heals slowly must not make it endless.
		Instant deadline = begin.plus(length.multipliedBy(3).dividedBy(2));
		for (int i = 0; i < plan.steps().size(); i++) {
			if (clock.instant().isAfter(deadline)) {
				screen.accept("Time is up: the last %d steps are left out.".formatted(plan.steps().size() - i));
				break;
			}
			sleepUntil(begin.plus(length.multipliedBy(i).dividedBy(plan.steps().size())));
			Plan.Step step = plan.steps().get(i);
			List<Outcome> now = strike.run(step);
			outcomes.addAll(now);
			load.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
			screen.accept("%s  %3d of %d  %s: %s".formatted(elapsed(begin), i + 1, plan.steps().size(), step, words(now)));
		}
		strike.clear();
		sleepUntil(begin.plus(length));
	}

	private static String words(List<Outcome> outcomes) {
		if (outcomes.isEmpty()) {
			return "the simulator does not know it";
		}
		Outcome last = outcomes.stream().reduce((first, later) -> later).orElseThrow();
		Duration healed = last.healed();
		return healed == null ? "not whole again: " + last.left()
				: "whole again after %s%s".formatted(Times.seconds(healed), last.last().isEmpty() ? "" : " (last: " + last.last() + ")");
	}

	private void awaitTrades(Pulse pulse) throws InterruptedException {
		Instant deadline = clock.instant().plus(FIRST_TRADES);
		while (true) {
			Pulse.Look look = pulse.look();
			if (look.isWhole() && venue.get("/v2/account/activities/FILL?page_size=10").filter(it -> it.size() >= 10).isPresent()) {
				return;
			}
			if (clock.instant().isAfter(deadline)) {
				throw new Refusal("It does not trade: %s. See the logs in %s/platform/logs.".formatted(look.troubles(), ChaosSettings.FOLDER));
			}
			Thread.sleep(PAUSE);
		}
	}

	/** Until the platform is whole and its books say what the venue says, or it has had enough time for that. */
	private void settle(Pulse pulse, Duration limit) throws InterruptedException {
		screen.accept("Letting it settle …");
		Instant deadline = clock.instant().plus(limit);
		while (!pulse.look().isWhole() && clock.instant().isBefore(deadline)) {
			Thread.sleep(PAUSE);
		}
		venue.send("POST", "/simulator/pause", "");
		while (!agrees() && clock.instant().isBefore(deadline.plus(limit))) {
			Thread.sleep(PAUSE);
		}
	}

	private boolean agrees() {
		try {
			return Audit.of(books.read(), VenueRecord.read(venue)).isEmpty();
		}
		catch (SQLException | Refusal e) {
			return false;
		}
	}

	private Books.Page page() {
		try {
			return books.read();
		}
		catch (SQLException e) {
			throw new Refusal("The books cannot be read: %s.".formatted(e.getMessage()), e);
		}
	}

	private void tell(Plan plan, ChaosReport report, int blows, String compared, boolean ended) throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add("# %d minutes of chaos, seed %d, speed %d".formatted(options.minutes(), options.seed(), options.speed()));
		lines.add("");
		lines.add("%d blows while it traded; kills: %s. Times are median / worst: detected from the blow on, healed from the kill or from the end of the venue's trouble on until everything was well again. Where two blows came at once, both are charged with what came of it."
				.formatted(blows, plan.killsInWords()));
		lines.add("");
		lines.addAll(report.table());
		lines.add("");
		lines.add(compared);
		lines.addAll(report.summary());
		lines.add(report.verdict());
		if (ended) {
			lines.add("It was ended early, and what it has not struck is not proved.");
		}
		lines.add(String.format(Locale.ROOT, "The machine has %d processors; its load was %.1f on average.",
				Runtime.getRuntime().availableProcessors(), load.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
		screen.accept("");
		lines.subList(2, lines.size()).forEach(screen);
		Path parent = options.out().toAbsolutePath().getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		List<String> file = new ArrayList<>(lines);
		file.add("");
		file.add("```");
		file.addAll(plan.lines());
		file.add("```");
		Files.write(options.out(), file);
		screen.accept("");
		screen.accept("The report is in %s.".formatted(options.out()));
	}

	private String elapsed(Instant begin) {
		Duration since = Duration.between(begin, clock.instant());
		return "%02d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
	}

	private void sleepUntil(Instant when) throws InterruptedException {
		Duration left = Duration.between(clock.instant(), when);
		if (left.isPositive()) {
			Thread.sleep(left);
		}
	}
}
