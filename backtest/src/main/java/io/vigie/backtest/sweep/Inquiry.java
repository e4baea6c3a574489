package io.vigie.backtest.sweep;

import io.vigie.backtest.report.Table;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.honesty.Check;
import io.vigie.engine.honesty.LookAhead;
import io.vigie.engine.honesty.MonteCarlo;
import io.vigie.engine.honesty.Promotion;
import io.vigie.engine.honesty.Returns;
import io.vigie.engine.honesty.Selection;
import io.vigie.engine.honesty.Verdict;
import io.vigie.engine.honesty.WarmUp;
import io.vigie.engine.strategy.StrategyType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a backtest is to be believed, and why.
 *
 * @param verdict in words and figures
 * @param findings what was asked for, in the order that it is to be read
 */
public record Inquiry(Promotion promotion, Table verdict, List<Table> findings) {

	/**
	 * @param parameters of the result
	 * @param sweep that they came from, if they did
	 * @param threads that a walk-forward may use
	 */
	public static Inquiry of(Questions questions, Study study, Map<String, BigDecimal> parameters, BacktestResult result, @Nullable Sweep sweep,
			int threads, DoubleConsumer progress) {
		List<Table> findings = new ArrayList<>();
		if (sweep != null) {
			findings.add(Tables.sweep(sweep));
		}
		Double outOfSample = null;
		if (questions.stretches() > 0) {
			Choice choice = questions.choice() == null ? Choice.one(parameters) : questions.choice();
			WalkForward walk = WalkForward.run(study, choice, questions.stretches(), threads, progress);
			outOfSample = choice.size() > 1 ? walk.outOfSample() : null;
			findings.add(Tables.walkForward(walk, choice.size() > 1));
		}
		if (questions.resamplings() > 0 && result.figures().trades() > 0) {
			findings.add(Tables.monteCarlo(MonteCarlo.of(Returns.ofTrades(result), questions.resamplings(), questions.seed())));
		}
		if (questions.sensitivity()) {
			findings.add(Tables.sensitivity(Sensitivity.run(study, parameters)));
		}
		List<Check> checks = questions.check() ? checks(study, parameters) : List.of();
		if (!checks.isEmpty()) {
			findings.add(Tables.checks(checks));
		}
		Verdict verdict = Verdict.of(result, sweep == null ? Selection.NONE : sweep.selection(), outOfSample);
		Promotion promotion = promotion(verdict.promotion(), checks);
		return new Inquiry(promotion, Tables.verdict(verdict, promotion), findings);
	}

	private static List<Check> checks(Study study, Map<String, BigDecimal> parameters) {
		StrategyType type = study.strategy();
		return List.of(LookAhead.check(_ -> type.start(parameters), study.bars(), study.assumptions()),
				WarmUp.check(() -> type.start(parameters), study.bars()));
	}

	/** Figures of a strategy that fails a check mean nothing, whatever they are. */
	private static Promotion promotion(Promotion byFigures, List<Check> checks) {
		List<String> reasons = new ArrayList<>();
		checks.stream().filter(it -> !it.passed()).forEach(it -> reasons.add("the " + it.name() + " check failed: " + it.words()));
		if (byFigures instanceof Promotion.Refused(List<String> others)) {
			reasons.addAll(others);
		}
		return reasons.isEmpty() ? byFigures : new Promotion.Refused(reasons);
	}
}
