package io.vigie.backtest.sweep;

import io.vigie.backtest.report.Table;
import io.vigie.engine.honesty.Check;
import io.vigie.engine.honesty.Evidence;
import io.vigie.engine.honesty.MonteCarlo;
import io.vigie.engine.honesty.Overfitting;
import io.vigie.engine.honesty.Promotion;
import io.vigie.engine.honesty.Quantiles;
import io.vigie.engine.honesty.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found out, for people to read. */
final class Tables {

	private static final int SHOWN = 20;

	private Tables() {
	}

	static Table verdict(Verdict verdict, Promotion promotion) {
		Evidence it = verdict.evidence();
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Closed trades", Integer.toString(it.trades()), "30 are needed"));
		rows.add(List.of("Sharpe ratio per bar", number(it.sharpe().observed()), "Mean return over its deviation, not annualised"));
		rows.add(List.of("Luck", number(it.sharpe().luck()),
				"The Sharpe ratio per bar that the best of all trials shows if none has any skill; 0 for a single one"));
		rows.add(List.of("Deflated Sharpe ratio", percent(it.sharpe().probability()),
				"Probability that the true Sharpe ratio is above luck (Bailey and López de Prado 2014); 99 % are needed"));
		Overfitting overfitting = it.overfitting();
		if (overfitting != null) {
			rows.add(List.of("Overfitting", percent(overfitting.probability()),
					"Probability that the best of the trials in one half of the time is no better than the median in the other, over "
							+ overfitting.ways() + " halvings (Bailey et al. 2015); at most 20 %"));
		}
		MonteCarlo resampled = it.resampled();
		if (resampled != null) {
			rows.add(List.of("Loss when drawn anew", percent(resampled.loss()),
					"Share of " + resampled.runs() + " series of its trades, drawn with replacement, that lose; at most 5 %"));
		}
		Double outOfSample = it.outOfSample();
		if (outOfSample != null) {
			rows.add(List.of("Out of sample", percent(outOfSample), "What it made where its parameters weren't chosen; above zero"));
		}
		return new Table("Verdict: " + (promotion instanceof Promotion.Promoted ? "promoted" : "refused"), sentence(promotion),
				List.of("Evidence", "Value", "Meaning"), rows);
	}

	private static String sentence(Promotion promotion) {
		return switch (promotion) {
			case Promotion.Promoted _ -> "Nothing that was looked at speaks against it. That is no promise.";
			case Promotion.Refused refused -> Character.toUpperCase(refused.words().charAt(0)) + refused.words().substring(1) + ".";
		};
	}

	static Table sweep(Sweep sweep) {
		List<List<String>> rows = new ArrayList<>();
		for (Outcome outcome : sweep.ranked().subList(0, Math.min(SHOWN, sweep.ranked().size()))) {
			Outcome.Score score = outcome.score();
			if (score != null) {
				rows.add(List.of(words(outcome.parameters()), number(score.sharpe()), percent(score.totalReturn().doubleValue()),
						percent(score.maxDrawdown().doubleValue()), Integer.toString(score.trades())));
			}
		}
		String left = sweep.left() == 0 ? "" : " " + sweep.left() + " more are none that the strategy takes.";
		return new Table("Parameters tried: " + sweep.ranked().size(),
				"The best " + rows.size() + " by Sharpe ratio per bar, fills at the next open." + left + " The first is what is reported here.",
				List.of("Parameters", "Sharpe ratio", "Return", "Drawdown", "Trades"), rows);
	}

	static Table walkForward(WalkForward walk, boolean chosen) {
		return new Table("Walk-forward",
				(chosen ? "Parameters chosen on all bars before each stretch, traded on the stretch. " : "The same parameters on each stretch. ")
						+ "One after the other: " + percent(walk.outOfSample()) + ".",
				List.of("From", "To", "Parameters", "Return", "Trades"),
				walk.stretches()
					.stream()
					.map(it -> List.of(minute(it.from().toString()), minute(it.to().toString()), words(it.chosen()),
							percent(it.totalReturn().doubleValue()), Integer.toString(it.trades())))
					.toList());
	}

	static Table monteCarlo(MonteCarlo drawn) {
		Quantiles made = drawn.finalReturn();
		Quantiles fallen = drawn.drawdown();
		return new Table("Trades drawn anew",
				drawn.runs() + " series of as many trades, drawn with replacement: what else they could have led to. "
						+ percent(drawn.loss()) + " of the series lose money.",
				List.of("Not exceeded by", "Return", "Drawdown"),
				List.of(row("1 %", made.p01(), fallen.p01()), row("5 %", made.p05(), fallen.p05()), row("25 %", made.p25(), fallen.p25()),
						row("50 %", made.p50(), fallen.p50()), row("75 %", made.p75(), fallen.p75()), row("95 %", made.p95(), fallen.p95()),
						row("99 %", made.p99(), fallen.p99())));
	}

	static Table sensitivity(Sensitivity sensitivity) {
		List<String> columns = new ArrayList<>(List.of("Fee per fill"));
		Sensitivity.slippages().forEach(it -> columns.add("slippage " + it.toPlainString() + " bp"));
		Map<BigDecimal, List<Sensitivity.Point>> byFee = sensitivity.points()
			.stream()
			.collect(Collectors.groupingBy(Sensitivity.Point::fee, LinkedHashMap::new, Collectors.toList()));
		List<List<String>> rows = new ArrayList<>();
		byFee.forEach((fee, points) -> {
			List<String> row = new ArrayList<>(List.of(fee.toPlainString() + " bp"));
			points.forEach(it -> row.add(percent(it.totalReturn().doubleValue())));
			rows.add(row);
		});
		return new Table("Sensitivity to costs", "The return at other fees and slippages, fills at the next open.", columns, rows);
	}

	static Table checks(List<Check> checks) {
		return new Table("Checks", "What must hold before any figure means anything.", List.of("Check", "Result", "What was tried"),
				checks.stream().map(it -> List.of(it.name(), it.passed() ? "passed" : "FAILED", it.words())).toList());
	}

	static String words(Map<String, BigDecimal> parameters) {
		return parameters.entrySet().stream().map(it -> it.getKey() + " " + it.getValue().toPlainString()).sorted().collect(Collectors.joining(", "));
	}

	private static List<String> row(String name, double made, double fallen) {
		return List.of(name, percent(made), percent(fallen));
	}

	private static String minute(String instant) {
		return instant.substring(0, 16).replace('T', ' ');
	}

	private static String percent(double fraction) {
		return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}
}
