package io.vigie.local.cli;

import io.vigie.local.process.LogFile;
import io.vigie.local.process.Processes;
import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Preflight;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code up}: checks, starts the supervisor, and tells what comes up until everything is. */
final class UpCommand {

	private static final long PAUSE_MILLIS = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(120);

	private static final int LOG_LINES = 12;

	private final Settings settings;

	private final Layout layout;

	private final Screen screen;

	private final Running running;

	private volatile boolean stopping;

	UpCommand(Settings settings, Layout layout, Screen screen) {
		this.settings = settings;
		this.layout = layout;
		this.screen = screen;
		this.running = new Running(layout);
	}

	/** Whether everything is up; what is not has been told. */
	boolean run(Command.Up up) throws IOException, InterruptedException {
		if (running.supervisor().isPresent()) {
			screen.line("Vigie is running already: see ./vigie status, or stop it with ./vigie down.");
			return true;
		}
		int left = running.stopLeftovers();
		if (left > 0) {
			screen.line("Stopped %d processes that an earlier run had left behind.".formatted(left));
		}
		if (up.fresh()) {
			layout.wipe();
			screen.line("Forgot everything in %s.".formatted(layout.data()));
		}
		new Preflight(settings, layout).require();
		layout.create();
		long began = System.nanoTime();
		String only = up.only().stream().map(Component::label).collect(Collectors.joining(","));
		Process supervisor = Background.start(layout, settings.environment(), only.isEmpty() ? List.of() : List.of(only));
		Thread stopper = new Thread(() -> stop(supervisor.toHandle()), "stop");
		Runtime.getRuntime().addShutdownHook(stopper);
		Optional<String> problem = awaitUp(supervisor, began);
		if (problem.isPresent()) {
			screen.bad(problem.get());
			screen.line("Stopping what had started …");
			return false;
		}
		screen.line("Everything is up after %s.".formatted(seconds(began)));
		screen.line("");
		table(up.only());
		if (up.detach()) {
			Runtime.getRuntime().removeShutdownHook(stopper);
		}
		else {
			screen.aside("What the agents decide and do, live; Ctrl+C stops everything.");
			new WatchCommand(settings, screen, running, () -> stopping).run();
		}
		return true;
	}

	private Optional<String> awaitUp(Process supervisor, long began) throws InterruptedException {
		Set<String> told = new HashSet<>();
		long lastWord = System.nanoTime();
		while (true) {
			if (!supervisor.isAlive()) {
				return Optional.of("The supervisor ended at once:\n" + lastLines("supervisor"));
			}
			List<Status> processes = running.processes().orElse(List.of());
			for (Status status : processes) {
				if (status.state() == State.UP && told.add(status.name())) {
					screen.good("%-13s %6s".formatted(status.name(), "%.1f s".formatted(status.startMillis() / 1000.0)));
					lastWord = System.nanoTime();
				}
				if (status.state() == State.DOWN) {
					return Optional.of("%s did not come up: it %s. The end of its log:%n%s".formatted(status.name(),
							status.reason(), lastLines(status.name())));
				}
			}
			if (!processes.isEmpty() && told.size() == processes.size()) {
				return Optional.empty();
			}
			if (System.nanoTime() - lastWord > PATIENCE.toNanos()) {
				screen.aside("  … %s, waiting for %s".formatted(seconds(began), waiting(processes)));
				lastWord = System.nanoTime();
			}
			Thread.sleep(PAUSE_MILLIS);
		}
	}

	private String waiting(List<Status> processes) {
		String names = processes.stream().filter(status -> status.state() == State.STARTING || status.state() == State.RESTARTING)
				.map(status -> status.name() + (status.restarts() > 0 ? " (again: it %s)".formatted(status.reason()) : ""))
				.collect(Collectors.joining(", "));
		return names.isEmpty() ? "the supervisor" : names;
	}

	private String lastLines(String process) {
		return new LogFile(layout.log(process)).tail(LOG_LINES).stream().map(LogLine::readable)
				.map(line -> "    " + line).collect(Collectors.joining("\n"));
	}

	private void table(Set<Component> only) {
		for (Component component : Component.values()) {
			if (only.isEmpty() || only.contains(component)) {
				screen.line("  %-13s %s".formatted(component.label(), address(component)));
			}
		}
		screen.line("");
	}

	private String address(Component component) {
		return switch (component) {
			case POSTGRES -> "jdbc:postgresql://localhost:%d/vigie (reader / %s)".formatted(settings.port(component),
					"vigie".equals(settings.databasePassword()) ? "vigie" : "VIGIE_DATABASE_PASSWORD");
			case KAFKA -> "localhost:" + settings.port(component);
			case SIMULATOR -> settings.url(component) + "/v2/account";
			case SENTINEL -> settings.url(component) + "/sentinel/status";
			case ANALYST -> settings.url(component) + "/analyst/signals";
			case RISK -> settings.url(component) + "/risk/verdicts";
			case EXECUTOR -> settings.url(component) + "/trading/positions";
			case ORCHESTRATOR -> settings.url(component) + "/orchestrator/status";
			case HEALTH -> settings.url(component) + "/health/system";
		};
	}

	private void stop(ProcessHandle supervisor) {
		stopping = true;
		if (supervisor.isAlive()) {
			screen.line("Stopping …");
			Processes.stop(supervisor, "TERM", STOP_LIMIT);
			running.stopLeftovers();
			screen.line("Everything is stopped; data stays in %s.".formatted(layout.data()));
		}
	}

	private static String seconds(long began) {
		return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - began) / 1e9);
	}
}
