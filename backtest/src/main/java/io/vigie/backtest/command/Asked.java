package io.vigie.backtest.command;

import io.vigie.backtest.sweep.Choice;
import io.vigie.backtest.sweep.Grid;
import io.vigie.backtest.sweep.Questions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that ask whether a backtest is to be believed. */
record Asked(@Nullable Grid grid, int random, int stretches, int resamplings, long seed, boolean check, boolean sensitivity) {

	static final List<String> FLAGS = List.of("check", "sensitivity");

	static final String HELP = """
			  --sweep RANGES        tries all of fast=5:50:5,slow=20:200:10 (from:to:step) on all cores and takes the best
			  --random N            tries N combinations of the sweep drawn at random, instead of all
			  --walk-forward N      trades N stretches of time, each with parameters chosen on what came before
			  --monte-carlo N       draws the trades anew N times: what else they could have led to
			  --sensitivity         tries other fees and slippages
			  --check               looks for knowledge of the future, and for more past than the strategy says it needs
			  --seed N              of all that is drawn at random (default 1)
			""";

	private static final int MOST_STRETCHES = 100;
	private static final int MOST_RUNS = 1_000_000;

	static Asked of(Words words) {
		Grid grid = words.text("sweep").map(Asked::grid).orElse(null);
		int random = whole(words, "random", Grid.MOST);
		if (random > 0 && grid == null) {
			throw new Unusable("'--random' draws from what '--sweep' gives, and that is missing.");
		}
		long seed = words.text("seed").map(Asked::seed).orElse(1L);
		return new Asked(grid, random, whole(words, "walk-forward", MOST_STRETCHES), whole(words, "monte-carlo", MOST_RUNS), seed,
				words.flag("check"), words.flag("sensitivity"));
	}

	Questions questions(Map<String, BigDecimal> fixed) {
		Choice choice = grid == null ? null : random > 0 ? Choice.random(grid, fixed, random, seed) : Choice.all(grid, fixed);
		return new Questions(choice, stretches, resamplings, seed, check, sensitivity);
	}

	private static Grid grid(String text) {
		try {
			return Grid.parse(text);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable("'--sweep': " + e.getMessage() + ".", e);
		}
	}

	private static long seed(String text) {
		if (!text.matches("-?\\d{1,18}")) {
			throw new Unusable("'--seed' needs a whole number, not '%s'.".formatted(text));
		}
		return Long.parseLong(text);
	}

	/** Zero where it is left out. */
	private static int whole(Words words, String name, int most) {
		Optional<String> text = words.text(name);
		if (text.isEmpty()) {
			return 0;
		}
		if (!text.get().matches("\\d{1,9}") || Integer.parseInt(text.get()) < 1 || Integer.parseInt(text.get()) > most) {
			throw new Unusable("'--%s' needs a whole number from 1 to %d, not '%s'.".formatted(name, most, text.get()));
		}
		return Integer.parseInt(text.get());
	}
}
