package io.vigie.local.cli;

import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform beside the user's own, for as long as this program runs: begun afresh, and taken down when it ends, however it ends. */
final class GuestPlatform {

	private final Settings settings;

	private final Layout layout;

	private final Screen screen;

	private final Running running;

	private volatile boolean kept;

	private volatile Runnable first = () -> {
	};

	GuestPlatform(Settings settings, Path root, Screen screen) {
		this.settings = settings;
		this.layout = Layout.of(root, settings);
		this.screen = screen;
		this.running = new Running(layout);
	}

	Layout layout() {
		return layout;
	}

	/**
	 * @param purpose what it comes up for, in words
	 * @param files what lies in its data folder from the beginning, by name
	 * @return whether it is up; what is not has been told
	 */
	boolean up(String purpose, Map<String, String> files) throws IOException, InterruptedException {
		if (running.supervisor().isPresent()) {
			throw new Refusal("Another one is running already in %s.".formatted(layout.data()));
		}
		running.stopLeftovers();
		Layout.delete(layout.data());
		layout.create();
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(layout.data().resolve(file.getKey()), file.getValue());
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::down, "clean-up"));
		screen.line("A platform of its own comes up %s (data in %s) …".formatted(purpose, layout.data()));
		return new UpCommand(settings, layout, screen).run(new Command.Up(true, false, Set.of()));
	}

	List<Status> processes() {
		return running.processes().orElse(List.of());
	}

	/** The process of a part, 0 where there is none. */
	long pid(Component part) {
		return processes().stream().filter(each -> each.name().equals(part.label())).mapToLong(Status::pid).findFirst().orElse(0);
	}

	/** Leaves its data behind when it is taken down: something is to be looked into. */
	void keep() {
		kept = true;
	}

	/** What is to be done before it is taken down, however this program ends. */
	void beforeDown(Runnable task) {
		first = task;
	}

	private void down() {
		first.run();
		screen.line("");
		new DownCommand(layout, screen).run();
		if (kept) {
			screen.line("Logs and data are kept in %s.".formatted(layout.data()));
			return;
		}
		try {
			Layout.delete(layout.data());
		}
		catch (UncheckedIOException e) {
			screen.bad("%s could not be removed: %s".formatted(layout.data(), e.getMessage()));
		}
	}
}
