package io.vigie.local.cli;

import io.vigie.local.bench.Bench;
import io.vigie.local.bench.BenchOptions;
import io.vigie.local.bench.BenchSettings;
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
import java.util.Set;

/** {@code bench}: brings up a platform of its own, has it measured, and leaves nothing behind. */
final class BenchCommand {

	private final Settings user;

	private final Path root;

	private final Screen screen;

	BenchCommand(Settings user, Path root, Screen screen) {
		this.user = user;
		this.root = root;
		this.screen = screen;
	}

	/** Whether it could be measured; the figures have been told. */
	boolean run(List<String> words) throws IOException, InterruptedException {
		if (words.contains("--help")) {
			screen.line(BenchOptions.HELP);
			return true;
		}
		BenchOptions options = BenchOptions.parse(words);
		Settings settings = BenchSettings.of(user.environment(), root);
		Layout layout = Layout.of(root, settings);
		Running running = new Running(layout);
		if (running.supervisor().isPresent()) {
			throw new Refusal("A bench is running already.");
		}
		running.stopLeftovers();
		Layout.delete(layout.data());
		layout.create();
		Files.writeString(layout.data().resolve("bots.yaml"), BenchSettings.bots(options));
		Thread end = new Thread(() -> cleanUp(layout), "clean-up");
		Runtime.getRuntime().addShutdownHook(end);
		screen.line("A platform of its own comes up to be measured (data in %s) …".formatted(layout.data()));
		if (!new UpCommand(settings, layout, screen).run(new Command.Up(true, false, Set.of()))) {
			return false;
		}
		new Bench(options, "localhost:" + settings.port(Component.KAFKA), settings.url(Component.SIMULATOR), () -> analyst(running),
				screen::line).run();
		return true;
	}

	private static long analyst(Running running) {
		return running.processes().orElse(List.of()).stream().filter(each -> each.name().equals(Component.ANALYST.label()))
				.mapToLong(Status::pid).filter(pid -> pid > 0).findFirst()
				.orElseThrow(() -> new Refusal("The analyst is not running: see .vigie/bench/logs."));
	}

	private void cleanUp(Layout layout) {
		screen.line("");
		new DownCommand(layout, screen).run();
		try {
			Layout.delete(layout.data());
		}
		catch (UncheckedIOException e) {
			screen.bad("%s could not be removed: %s".formatted(layout.data(), e.getMessage()));
		}
	}
}
