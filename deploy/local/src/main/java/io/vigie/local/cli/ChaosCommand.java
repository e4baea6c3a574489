package io.vigie.local.cli;

import io.vigie.local.chaos.Chaos;
import io.vigie.local.chaos.ChaosOptions;
import io.vigie.local.chaos.ChaosSettings;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code chaos}: brings up a platform of its own, breaks it again and again, and counts what came of the money. */
final class ChaosCommand {

	private final Settings user;

	private final Path root;

	private final Screen screen;

	private final Clock clock;

	ChaosCommand(Settings user, Path root, Screen screen, Clock clock) {
		this.user = user;
		this.root = root;
		this.screen = screen;
		this.clock = clock;
	}

	/** Whether no money went astray; the figures have been told. */
	boolean run(List<String> words) throws IOException, InterruptedException {
		if (words.contains("--help")) {
			screen.line(ChaosOptions.HELP);
			return true;
		}
		ChaosOptions options = ChaosOptions.parse(words, root.resolve(ChaosSettings.FOLDER).resolve("report.md"));
		Settings settings = ChaosSettings.of(user.environment(), root, options);
		GuestPlatform platform = new GuestPlatform(settings, root, screen);
		if (!platform.up("to be broken", Map.of(ChaosSettings.BOTS, ChaosSettings.bots()))) {
			platform.keep();
			return false;
		}
		boolean clean = false;
		try {
			Chaos chaos = new Chaos(options, settings, platform::processes, clock, screen::line);
			platform.beforeDown(chaos::end);
			clean = chaos.run();
		}
		finally {
			if (!clean) {
				platform.keep();
			}
		}
		return clean;
	}
}
