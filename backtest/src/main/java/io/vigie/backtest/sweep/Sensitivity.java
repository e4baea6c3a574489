package io.vigie.backtest.sweep;

import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the same strategy would have made at other costs, those that were assumed aside. */
public record Sensitivity(List<Point> points) {

	private static final List<BigDecimal> FEES = List.of(BigDecimal.ZERO, new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("25"),
			new BigDecimal("50"));
	private static final List<BigDecimal> SLIPPAGES = List.of(BigDecimal.ZERO, new BigDecimal("2"), new BigDecimal("5"), BigDecimal.TEN,
			new BigDecimal("25"));

	/** @param fee of every fill and slippage, both in basis points */
	public record Point(BigDecimal fee, BigDecimal slippage, BigDecimal totalReturn, int trades) {
	}

	public static Sensitivity run(Study study, Map<String, BigDecimal> parameters) {
		List<Point> points = new ArrayList<>();
		for (BigDecimal fee : FEES) {
			BigDecimal rate = fee.movePointLeft(4);
			for (BigDecimal slippage : SLIPPAGES) {
				BacktestResult result = study.with(study.assumptions().with(new FeeModel.MakerTaker(rate, rate)).with(new Slippage.BasisPoints(slippage)))
					.run(parameters);
				points.add(new Point(fee, slippage, result.figures().totalReturn(), result.figures().trades()));
			}
		}
		return new Sensitivity(List.copyOf(points));
	}

	static List<BigDecimal> slippages() {
		return SLIPPAGES;
	}
}
