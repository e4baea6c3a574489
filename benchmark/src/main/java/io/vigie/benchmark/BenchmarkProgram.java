package io.vigie.benchmark;

import java.util.ArrayList;
import java.util.List;

/** {@code ./vigie backtest --benchmark}. */
final class BenchmarkProgram {

	private static final String HELP = """
			./vigie backtest --benchmark: how fast backtests are, next to ta4j's in the same run, and whether trades are the same.
			  --bars N         of the single run (default 1000000)
			  --rounds N       of ours, DecimalNum and DoubleNum in turn (default 3)
			  --pairs N        of the sweep (default 1000)
			  --sweep-bars N   that it runs over (default 10000)
			It takes some minutes, nearly all of them ta4j's. Exit code 1 where trades differ.
			Aims: a run 20x DecimalNum and 10x DoubleNum, a sweep 100x BacktestExecutor, less than 100 bytes a bar.""";

	private BenchmarkProgram() {
	}

	public static void main(String[] args) {
		List<String> words = new ArrayList<>(List.of(args));
		if (words.contains("--help")) {
			System.out.println(HELP);
			return;
		}
		Benchmark.Sizes usual = Benchmark.Sizes.USUAL;
		try {
			Benchmark.Sizes sizes = new Benchmark.Sizes(number(words, "--bars", usual.bars(), 100, 10_000_000),
					number(words, "--rounds", usual.rounds(), 1, 50), number(words, "--pairs", usual.pairs(), 1, 10_000),
					number(words, "--sweep-bars", usual.sweepBars(), 100, 1_000_000));
			if (!words.isEmpty()) {
				throw new IllegalArgumentException("'--benchmark' does not know '%s'.".formatted(words.getFirst()));
			}
			System.exit(new Benchmark(sizes, System.out::println).run() ? 0 : 1);
		}
		catch (IllegalArgumentException e) {
			System.out.println("✗ " + e.getMessage());
			System.exit(1);
		}
	}

	private static int number(List<String> words, String option, int byDefault, int least, int most) {
		int at = words.indexOf(option);
		if (at < 0) {
			return byDefault;
		}
		words.remove(at);
		String text = at < words.size() ? words.remove(at) : "";
		if (text.matches("\\d{1,8}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
			return Integer.parseInt(text);
		}
		throw new IllegalArgumentException("'%s' needs a number from %d to %d.".formatted(option, least, most));
	}
}
