package io.vigie.local.chaos;

import io.vigie.local.setting.Refusal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How long to break things, which ones, and how fast the market plays meanwhile.
 *
 * @param out where the report goes; relative to where the command is run
 */
public record ChaosOptions(int minutes, long seed, int speed, Path out) {

	public static final String HELP = """
			./vigie chaos: trades under load while the venue misbehaves and processes are killed, then counts the money.

			  --minutes N   how long (default 10; from 8 on every service is killed at least three times)
			  --seed N      decides what is broken when (default 1); the same seed makes the same plan
			  --speed N     how fast the market plays (default 60: a minute a second)
			  --out FILE    where the report goes (default .vigie/chaos/report.md)

			It starts a platform of its own on free ports with data in .vigie/chaos, and removes both when it ends. The end is an
			audit against the venue's own record. Exit code 1 when an order was doubled or lost, a fill was lost, or the ledger is
			not what the venue says; then logs and data stay. Ctrl+C ends it early, tells what came of the blows so far, and exits with
			130.
			""";

	/** @throws Refusal for a word that is no option, or a value that does not fit */
	public static ChaosOptions parse(List<String> words, Path defaultOut) {
		ChaosOptions options = new ChaosOptions(10, 1, 60, defaultOut);
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.removeFirst();
			options = switch (word) {
				case "--minutes" -> new ChaosOptions((int) number(word, rest, 1, 240), options.seed, options.speed, options.out);
				case "--seed" -> new ChaosOptions(options.minutes, number(word, rest, 0, Long.MAX_VALUE), options.speed, options.out);
				case "--speed" -> new ChaosOptions(options.minutes, options.seed, (int) number(word, rest, 1, 600), options.out);
				case "--out" -> new ChaosOptions(options.minutes, options.seed, options.speed, file(word, rest));
				default -> throw new Refusal("'chaos' does not know '%s'. ./vigie chaos --help shows what there is.".formatted(word));
			};
		}
		return options;
	}

	private static long number(String option, Deque<String> rest, long least, long most) {
		String text = rest.isEmpty() ? "" : rest.removeFirst();
		if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
			return Long.parseLong(text);
		}
		throw new Refusal(most == Long.MAX_VALUE ? "'%s' needs a whole number.".formatted(option)
				: "'%s' needs a number from %d to %d.".formatted(option, least, most));
	}

	private static Path file(String option, Deque<String> rest) {
		try {
			if (!rest.isEmpty() && !rest.getFirst().isBlank()) {
				return Path.of(rest.removeFirst());
			}
		}
		catch (InvalidPathException e) {
			// told below
		}
		throw new Refusal("'%s' needs the name of a file.".formatted(option));
	}
}
