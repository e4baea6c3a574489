package io.vigie.local.cli;

import io.vigie.local.process.Processes;
import io.vigie.local.setting.Layout;
import java.time.Duration;
import java.util.Optional;

/** {@code down}: stops everything in order, also what an earlier run has left behind. */
final class DownCommand {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private final Layout layout;

	private final Screen screen;

	DownCommand(Layout layout, Screen screen) {
		this.layout = layout;
		this.screen = screen;
	}

	void run() {
		Running running = new Running(layout);
		Optional<ProcessHandle> supervisor = running.supervisor();
		supervisor.ifPresent(process -> {
			screen.line("Stopping services, simulator, Kafka and PostgreSQL …");
			Processes.stop(process, "TERM", LIMIT);
		});
		int left = running.stopLeftovers();
		if (supervisor.isEmpty() && left == 0) {
			screen.line("Nothing is running.");
			return;
		}
		if (left > 0) {
			screen.line("Stopped %d processes nobody watched over.".formatted(left));
		}
		screen.good("Everything is stopped; data stays in %s.".formatted(layout.data()));
	}
}
