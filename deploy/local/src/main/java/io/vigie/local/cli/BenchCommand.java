package io.vigie.local.cli;

import io.vigie.local.bench.AnalysisBench;
import io.vigie.local.bench.AnalysisOptions;
import io.vigie.local.bench.Bench;
import io.vigie.local.bench.BenchOptions;
import io.vigie.local.bench.BenchSettings;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
		if (words.contains("--analysis")) {
			return new AnalysisBench(AnalysisOptions.parse(words), screen::line).run();
		}
		BenchOptions options = BenchOptions.parse(words);
		Settings settings = BenchSettings.of(user.environment(), root);
		GuestPlatform platform = new GuestPlatform(settings, root, screen);
		if (!platform.up("to be measured", Map.of(BenchSettings.BOTS, BenchSettings.bots(options)))) {
			return false;
		}
		new Bench(options, "localhost:" + settings.port(Component.KAFKA), "jdbc:postgresql://localhost:%d/vigie".formatted(
				settings.port(Component.POSTGRES)), settings.databasePassword(), settings.url(Component.SIMULATOR), settings.url(Component.ANALYST),
				() -> analyst(platform), screen::line).run();
		return true;
	}

	private static long analyst(GuestPlatform platform) {
		long pid = platform.pid(Component.ANALYST);
		if (pid == 0) {
			throw new Refusal("The analyst is not running: see .vigie/bench/logs.");
		}
		return pid;
	}
}
