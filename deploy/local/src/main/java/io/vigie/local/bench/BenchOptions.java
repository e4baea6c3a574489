package io.vigie.local.bench;

import io.vigie.local.setting.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How long to measure, and how hard.
 *
 * @param rounds of platform, echoes and throughput, one after the other
 * @param seconds of each measurement of latency
 * @param rate bars a second, each of a symbol of its own and judged by its strategy
 * @param orders a second that come of them, half entries, half exits
 * @param ticks read in each measurement of throughput
 */
public record BenchOptions(int rounds, int seconds, int rate, int orders, int ticks) {

	public static final String HELP = """
			./vigie bench: latency and throughput of the running platform, next to what the same broker does at best.

			  --rounds N    rounds of platform, echoes and throughput in turn (default 5)
			  --seconds N   how long each latency is measured (default 20)
			  --rate N      bars a second, each judged by a strategy (default 100, at most 500)
			  --orders N    orders a second that come of them, half entries, half exits (default 10, at most as many as bars)
			  --ticks N     ticks read in each measurement of throughput (default 400000)

			Two echoes stand beside it: four bare hops over the same broker, and four that commit to the same database before they pass on.
			It starts a platform of its own on free ports with data in .vigie/bench, and removes both when it ends.
			Aims: p50 within 2x and p99 within 4x of a bare four-hop echo; ticks at 0.25 of a raw consumer.

			./vigie bench --analysis: what thinking about the market costs on one core, without a platform around it.

			  --symbols N   each with a 1-minute bar a minute (default 500)
			  --ticks N     prints a second, of all symbols together (default 1000)
			  --minutes N   of market time that are measured (default 60)
			""";

	static final BenchOptions DEFAULT = new BenchOptions(5, 20, 100, 10, 400_000);

	/** @throws Refusal for a word that is no option, or a number out of bounds */
	public static BenchOptions parse(List<String> words) {
		BenchOptions options = DEFAULT;
		Deque<String> rest = new ArrayDeque<>(words);
		while (!rest.isEmpty()) {
			String word = rest.removeFirst();
			options = switch (word) {
				case "--rounds" -> new BenchOptions(number(word, rest, 1, 50), options.seconds, options.rate, options.orders, options.ticks);
				case "--seconds" -> new BenchOptions(options.rounds, number(word, rest, 4, 600), options.rate, options.orders, options.ticks);
				case "--rate" -> new BenchOptions(options.rounds, options.seconds, number(word, rest, 1, 500), options.orders, options.ticks);
				case "--orders" -> new BenchOptions(options.rounds, options.seconds, options.rate, number(word, rest, 1, 500), options.ticks);
				case "--ticks" -> new BenchOptions(options.rounds, options.seconds, options.rate, options.orders, number(word, rest, 10_000, 5_000_000));
				default -> throw new Refusal("'bench' does not know '%s'. ./vigie bench --help shows what there is.".formatted(word));
			};
		}
		if (options.orders > options.rate) {
			throw new Refusal("'--orders' is at most as many as '--rate': %d bars a second can't give %d orders."
					.formatted(options.rate, options.orders));
		}
		return options;
	}

	/** Bars that a symbol stays in, and then out, so that as many orders come of the signals. */
	int stay() {
		return Math.max(1, rate / orders);
	}

	private static int number(String option, Deque<String> rest, int least, int most) {
		String text = rest.isEmpty() ? "" : rest.removeFirst();
		if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
			return Integer.parseInt(text);
		}
		throw new Refusal("'%s' needs a number from %d to %d.".formatted(option, least, most));
	}
}
