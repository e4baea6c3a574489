package io.vigie.local.cli;

import io.vigie.local.feed.Feed;
import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code watch}, and what {@code up} does in front: shows what the agents do and what becomes of their processes, until it ends. */
final class WatchCommand {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Settings settings;

	private final Screen screen;

	private final Running running;

	private final Map<String, State> states = new HashMap<>();

	WatchCommand(Settings settings, Screen screen, Running running) {
		this.settings = settings;
		this.screen = screen;
		this.running = running;
	}

	/** Returns when the platform is gone. */
	void run() throws InterruptedException {
		try (Feed feed = new Feed("localhost:" + settings.port(Component.KAFKA))) {
			boolean attached = false;
			while (running.supervisor().isPresent()) {
				tellChanges(running.processes().orElse(List.of()));
				if (!attached) {
					attached = feed.attach();
				}
				if (attached) {
					feed.poll(PAUSE, screen::line);
				}
				else {
					Thread.sleep(PAUSE.toMillis());
				}
			}
		}
		screen.bad("The supervisor is gone: ./vigie status shows what is left.");
	}

	private void tellChanges(List<Status> processes) {
		for (Status status : processes) {
			State before = states.put(status.name(), status.state());
			if (before == null || before == status.state()) {
				continue;
			}
			switch (status.state()) {
				case UP -> screen.good("%s is back".formatted(status.name()));
				case RESTARTING -> screen.bad("%s %s: it is started again".formatted(status.name(), status.reason()));
				case DOWN -> screen.bad("%s stays down: it %s".formatted(status.name(), status.reason()));
				case STARTING -> {
					if (before == State.UP) {
						screen.bad("%s %s: it is started again".formatted(status.name(), status.reason()));
					}
				}
				case WAITING, STOPPED -> {
				}
			}
		}
	}
}
