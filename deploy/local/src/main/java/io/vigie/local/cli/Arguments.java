package io.vigie.local.cli;

import io.vigie.local.setting.Component;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Words on the command line, understood or refused with a sentence. */
public final class Arguments {

	private static final int LINES = 200;

	private Arguments() {
	}

	/** @throws Misused when the words make no command */
	public static Command parse(List<String> words) {
		if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
			return help(words.isEmpty() ? "" : words.getFirst());
		}
		Deque<String> rest = new ArrayDeque<>(words);
		String command = rest.removeFirst();
		return switch (command) {
			case "up" -> up(rest);
			case "supervise" -> new Command.Supervise(rest.isEmpty() ? Set.of() : components(rest.removeFirst()));
			case "status" -> alone(command, rest, new Command.Status());
			case "watch" -> alone(command, rest, new Command.Watch());
			case "down", "stop" -> alone(command, rest, new Command.Down());
			case "doctor" -> alone(command, rest, new Command.Doctor());
			case "help" -> new Command.Help();
			case "logs" -> logs(rest);
			case "bench" -> new Command.Bench(List.copyOf(rest));
			case "chaos" -> new Command.Chaos(List.copyOf(rest));
			case "backtest" -> new Command.Backtest(List.copyOf(rest));
			default -> throw new Misused("There is no command '%s'.".formatted(command));
		};
	}

	private static Command help(String command) {
		return switch (command) {
			case "bench" -> new Command.Bench(List.of("--help"));
			case "chaos" -> new Command.Chaos(List.of("--help"));
			case "backtest" -> new Command.Backtest(List.of("--help"));
			default -> new Command.Help();
		};
	}

	private static Command up(Deque<String> rest) {
		boolean detach = false;
		boolean fresh = false;
		Set<Component> only = Set.of();
		while (!rest.isEmpty()) {
			String word = rest.removeFirst();
			switch (word) {
				case "--detach", "-d" -> detach = true;
				case "--fresh" -> fresh = true;
				case "--only" -> only = components(value(word, rest));
				default -> throw new Misused("'up' does not know '%s'.".formatted(word));
			}
		}
		return new Command.Up(detach, fresh, only);
	}

	private static Command logs(Deque<String> rest) {
		String service = "";
		boolean follow = false;
		int lines = LINES;
		while (!rest.isEmpty()) {
			String word = rest.removeFirst();
			if (word.equals("-f") || word.equals("--follow")) {
				follow = true;
			}
			else if (word.equals("-n") || word.equals("--lines")) {
				lines = number(word, value(word, rest));
			}
			else if (word.startsWith("-") || !service.isEmpty()) {
				throw new Misused("'logs' does not know '%s'.".formatted(word));
			}
			else {
				service = word;
			}
		}
		return new Command.Logs(service, follow, lines);
	}

	private static Command alone(String command, Deque<String> rest, Command result) {
		if (!rest.isEmpty()) {
			throw new Misused("'%s' does not know '%s'.".formatted(command, rest.removeFirst()));
		}
		return result;
	}

	private static String value(String option, Deque<String> rest) {
		if (rest.isEmpty()) {
			throw new Misused("'%s' needs a value.".formatted(option));
		}
		return rest.removeFirst();
	}

	private static int number(String option, String text) {
		if (!text.matches("[1-9][0-9]{0,6}")) {
			throw new Misused("'%s' needs a number, not '%s'.".formatted(option, text));
		}
		return Integer.parseInt(text);
	}

	private static Set<Component> components(String names) {
		Set<Component> chosen = EnumSet.noneOf(Component.class);
		// -1: a lone comma must not turn into "all of them".
		for (String name : names.split(",", -1)) {
			chosen.add(Component.named(name).orElseThrow(() -> new Misused("There is no part '%s'.".formatted(name))));
		}
		return chosen;
	}

	/** The words make no command; the sentence says which word. */
	public static final class Misused extends RuntimeException {

		Misused(String sentence) {
			super(sentence);
		}
	}
}
