package io.vigie.local.cli;

import io.vigie.local.setting.DotEnv;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Runs one command and says with a number how it went: 0 good, 1 not, 2 not understood. */
public final class Dispatcher {

	private final Path root;

	private final Screen screen;

	private final Clock clock;

	public Dispatcher(Path root, Screen screen, Clock clock) {
		this.root = root;
		this.screen = screen;
		this.clock = clock;
	}

	public int run(List<String> words, Map<String, String> environment) throws IOException, InterruptedException {
		try {
			Command command = Arguments.parse(words);
			Settings settings = new Settings(DotEnv.merge(environment, root.resolve(".env")));
			return run(command, settings, Layout.of(root, settings)) ? 0 : 1;
		}
		catch (Arguments.Misused misused) {
			screen.bad(misused.getMessage() + " ./vigie --help shows what there is.");
			return 2;
		}
		catch (Refusal refusal) {
			screen.bad(refusal.sentence());
			return 1;
		}
	}

	private boolean run(Command command, Settings settings, Layout layout) throws IOException, InterruptedException {
		return switch (command) {
			case Command.Up up -> new UpCommand(settings, layout, screen).run(up);
			case Command.Status() -> new StatusCommand(layout, screen, clock).run();
			case Command.Logs logs -> {
				new LogsCommand(layout, screen).run(logs);
				yield true;
			}
			case Command.Watch() -> {
				Running running = new Running(layout);
				if (running.supervisor().isEmpty()) {
					throw new Refusal("Vigie is not running: ./vigie up starts it.");
				}
				new WatchCommand(settings, screen, running, () -> false).run();
				yield true;
			}
			case Command.Down() -> {
				new DownCommand(layout, screen).run();
				yield true;
			}
			case Command.Doctor() -> new DoctorCommand(settings, layout, screen).run();
			case Command.Bench bench -> new BenchCommand(settings, root, screen).run(bench.arguments());
			case Command.Chaos chaos -> new ChaosCommand(settings, root, screen, clock).run(chaos.arguments());
			case Command.Backtest backtest -> {
				new BacktestCommand(screen).run(backtest.arguments());
				yield true;
			}
			case Command.Help() -> {
				screen.line(Help.TEXT);
				yield true;
			}
			case Command.Supervise supervise -> {
				new Supervision(settings, layout, clock).run(supervise.only());
				yield true;
			}
		};
	}
}
