package io.vigie.local.bench;

import io.vigie.local.setting.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much analysis to measure.
 *
 * @param symbols each with a minute bar a minute
 * @param rate prints a second, of all symbols together
 * @param minutes of market time that are measured
 * @param warmUp minutes of market time before that
 */
public record AnalysisOptions(int symbols, int rate, int minutes, int warmUp) {

	private static final AnalysisOptions DEFAULT = new AnalysisOptions(500, 1000, 60, 1500);

	/** @throws Refusal for a word that is no option, or a number out of bounds */
	public static AnalysisOptions parse(List<String> words) {
		AnalysisOptions options = DEFAULT;
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.removeFirst();
			options = switch (word) {
				case "--analysis" -> options;
				case "--symbols" -> new AnalysisOptions(number(word, rest, 2000), options.rate, options.minutes, options.warmUp);
				case "--ticks" -> new AnalysisOptions(options.symbols, number(word, rest, 50_000), options.minutes, options.warmUp);
				case "--minutes" -> new AnalysisOptions(options.symbols, options.rate, number(word, rest, 1000), options.warmUp);
				default -> throw new Refusal("'bench --analysis' does not know '%s'. ./vigie bench --help shows what there is.".formatted(word));
			};
		}
		return options;
	}

	private static int number(String option, Deque<String> rest, int most) {
		String text = rest.isEmpty() ? "" : rest.removeFirst();
		if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
			return Integer.parseInt(text);
		}
		throw new Refusal("'%s' needs a number from 1 to %d.".formatted(option, most));
	}
}
