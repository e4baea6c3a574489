package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works the figures out; what each means is told at {@link Figures}. Money stays exact, statistics are binary and rounded. */
final class Reckoning {

	private static final int SCALE = 8;

	private final BigDecimal capital;
	private final Trader.Record record;
	private final Span span;
	private final BigDecimal finalEquity;

	private Reckoning(BigDecimal capital, Trader.Record record, Span span) {
		this.capital = capital;
		this.record = record;
		this.span = span;
		finalEquity = record.equity().isEmpty() ? capital : record.equity().getLast().equity();
	}

	static Figures of(BigDecimal capital, Trader.Record record, Span span) {
		return new Reckoning(capital, record, span).figures();
	}

	private Figures figures() {
		List<BigDecimal> profits = record.trades().stream().map(Trade::profit).filter(Objects::nonNull).toList();
		int bars = record.equity().size();
		Curve curve = Curve.of(capital, record.equity());
		double years = span.years();
		double grown = finalEquity.doubleValue() / capital.doubleValue();
		@Nullable BigDecimal cagr = grown > 0 && !Figures.tooShortForAYear(span.length()) ? rounded(Math.pow(grown, 1 / years) - 1) : null;
		BigDecimal drawdown = curve.maxDrawdown();
		double yearly = Math.sqrt(bars / years);
		double sharpe = curve.mean() / curve.deviation();
		BigDecimal won = sum(profits.stream().filter(it -> it.signum() > 0).toList());
		BigDecimal lost = sum(profits.stream().filter(it -> it.signum() < 0).toList()).negate();
		BigDecimal count = BigDecimal.valueOf(profits.size());
		return new Figures(bars, finalEquity, finalEquity.subtract(capital), share(finalEquity.subtract(capital), capital), cagr, drawdown,
				rounded(sharpe * yearly), rounded(Math.sqrt((1 + sharpe * sharpe / 2) / years)), rounded(curve.mean() / curve.downside() * yearly),
				cagr == null || drawdown.signum() == 0 ? null : share(cagr, drawdown), profits.size(),
				profits.isEmpty() ? null : share(BigDecimal.valueOf(profits.stream().filter(it -> it.signum() > 0).count()), count),
				lost.signum() == 0 ? null : share(won, lost), profits.isEmpty() ? null : share(sum(profits), count),
				share(BigDecimal.valueOf(record.barsHeld()), BigDecimal.valueOf(bars)), share(traded(), BigDecimal.valueOf(curve.average())),
				sum(record.trades().stream().map(Trade::fees).toList()),
				share(span.lastPrice().subtract(span.firstPrice()), span.firstPrice()), span.length());
	}

	private BigDecimal traded() {
		BigDecimal bought = sum(record.trades().stream().map(Trade::cost).toList());
		BigDecimal sold = BigDecimal.ZERO;
		for (Trade trade : record.trades()) {
			Trade.Exit exit = trade.exit();
			sold = exit == null ? sold : sold.add(exit.price().multiply(trade.quantity()));
		}
		return bought.min(sold);
	}

	private static BigDecimal sum(List<BigDecimal> values) {
		return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal share(BigDecimal part, BigDecimal whole) {
		return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, SCALE, RoundingMode.HALF_EVEN);
	}

	/** None where it is not a number, or none that anybody could use. */
	private static @Nullable BigDecimal rounded(double value) {
		return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_EVEN) : null;
	}
}
