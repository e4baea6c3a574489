package io.vigie.local.cli;

import io.vigie.local.setting.Component;
import java.util.List;
import java.util.Set;

/** What a user, or the launcher itself, asks for. */
public sealed interface Command {

	/** @param only the parts to start; all when empty */
	record Up(boolean detach, boolean fresh, Set<Component> only) implements Command {
	}

	record Status() implements Command {
	}

	record Logs(String service, boolean follow, int lines) implements Command {
	}

	record Watch() implements Command {
	}

	record Down() implements Command {
	}

	record Doctor() implements Command {
	}

	record Bench(List<String> arguments) implements Command {
	}

	record Backtest(List<String> arguments) implements Command {
	}

	record Chaos(List<String> arguments) implements Command {
	}

	record Help() implements Command {
	}

	/** The process that stays in the background; started by {@code up}, not by people. */
	record Supervise(Set<Component> only) implements Command {
	}
}
