package io.vigie.local.cli;

import io.vigie.local.feed.Feed;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code watch}, and what {@code up} does in front: shows what the agents do and what becomes of their processes, until it ends. */
final class WatchCommand {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Settings settings;

	private final Screen screen;

	private final Running running;

	private final BooleanSupplier stopping;

	private final Changes changes = new Changes();

	/** @param stopping whether its end is expected */
	WatchCommand(Settings settings, Screen screen, Running running, BooleanSupplier stopping) {
		this.settings = settings;
		this.screen = screen;
		this.running = running;
		this.stopping = stopping;
	}

	/** Returns when the platform is gone. */
	void run() throws InterruptedException {
		try (Feed feed = new Feed("localhost:" + settings.port(Component.KAFKA))) {
			boolean attached = false;
			while (running.supervisor().isPresent()) {
				running.processes().orElse(List.of()).forEach(status -> changes.of(status).ifPresent(this::tell));
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
		if (!stopping.getAsBoolean()) {
			screen.bad("The supervisor is gone: ./vigie status shows what is left.");
		}
	}

	private void tell(Changes.Change change) {
		if (change.good()) {
			screen.good(change.sentence());
		}
		else {
			screen.bad(change.sentence());
		}
	}
}
