package io.vigie.local.cli;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Layout;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code status}: one line for each part. */
final class StatusCommand {

	private final Layout layout;

	private final Screen screen;

	private final Clock clock;

	StatusCommand(Layout layout, Screen screen, Clock clock) {
		this.layout = layout;
		this.screen = screen;
		this.clock = clock;
	}

	/** Whether everything is up. */
	boolean run() throws InterruptedException {
		Running running = new Running(layout);
		Optional<List<Status>> processes = running.processesPatiently();
		if (processes.isEmpty()) {
			return withoutSupervisor(running);
		}
		screen.heading("  %-13s %-10s %8s %6s %9s %9s %7s".formatted("part", "state", "pid", "port", "since", "restarts", "memory"));
		boolean all = true;
		for (Status status : processes.get()) {
			boolean up = status.state() == State.UP;
			all &= up;
			String row = "%-13s %-10s %8s %6d %9s %9d %7s".formatted(status.name(), status.state(),
					status.pid() == 0 ? "-" : Long.toString(status.pid()), status.port(),
					words(Duration.between(status.since(), clock.instant())), status.restarts(), Memory.of(status.pid()));
			if (up) {
				screen.good(row);
			}
			else {
				screen.bad(row + (status.reason().isEmpty() ? "" : "  it " + status.reason()));
			}
		}
		return all;
	}

	private boolean withoutSupervisor(Running running) {
		List<Running.Leftover> leftovers = running.leftovers();
		if (running.supervisor().isPresent()) {
			screen.bad("Vigie is starting or stopping and does not answer yet.");
		}
		else if (leftovers.isEmpty()) {
			screen.line("Vigie is not running: ./vigie up starts it.");
		}
		else {
			screen.bad("The supervisor is gone, but these still run; ./vigie up starts afresh, ./vigie down stops them:");
			leftovers.forEach(leftover -> screen
					.line("  %-13s pid %d".formatted(leftover.component().label(), leftover.process().pid())));
		}
		return false;
	}

	static String words(Duration duration) {
		long seconds = Math.max(0, duration.toSeconds());
		if (seconds < 120) {
			return seconds + " s";
		}
		return seconds < 7200 ? seconds / 60 + " min" : seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
	}
}
