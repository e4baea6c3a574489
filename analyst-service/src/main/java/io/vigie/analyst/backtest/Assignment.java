package io.vigie.analyst.backtest;

import io.vigie.backtest.sweep.Choice;
import io.vigie.backtest.sweep.Grid;
import io.vigie.backtest.sweep.Questions;
import io.vigie.backtest.sweep.Study;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request made ready to be worked on. The same request makes the same trials on every instance.
 *
 * @param sweep whether there is anything to choose from
 */
record Assignment(Study study, Choice choice, boolean sweep, Questions questions) {

	private static final BigDecimal CAPITAL = new BigDecimal("100000");

	/** Bars of all trials that a message asks for, about: some seconds of work. */
	private static final int BARS_PER_MESSAGE = 400_000;
	private static final int MOST_TRIALS_PER_MESSAGE = 200;

	/** @throws IllegalArgumentException with a sentence, where the request can't be carried out */
	static Assignment of(BacktestRequest request, Pasts pasts) {
		StrategyType named = Strategies.named(request.strategy());
		if (named.paired() != (request.reference() != null)) {
			throw new IllegalArgumentException(named.paired() ? "'" + named.name() + "' compares two symbols: name the second as 'reference'"
					: "'reference' is for strategies that compare two symbols, and '" + named.name() + "' doesn't");
		}
		Pasts.Past past = pasts.of(request);
		List<Bar> bars = past.bars();
		StrategyType strategy = named.paired() ? named.beside(past.reference()) : named;
		Map<String, BigDecimal> parameters = Objects.requireNonNullElse(request.parameters(), Map.of());
		long seed = Objects.requireNonNullElse(request.seed(), 1L);
		Choice choice = choice(request, parameters, seed);
		if (request.sweep() == null) {
			strategy.start(parameters);
		}
		Questions questions = new Questions(request.sweep() == null ? null : choice, Objects.requireNonNullElse(request.walkForward(), 0),
				Objects.requireNonNullElse(request.monteCarlo(), 0), seed, Boolean.TRUE.equals(request.check()),
				Boolean.TRUE.equals(request.sensitivity()));
		return new Assignment(new Study(strategy, bars, assumptions(request, bars)), choice, request.sweep() != null, questions);
	}

	int trialsPerMessage() {
		return Math.clamp(BARS_PER_MESSAGE / study.bars().size(), 1, MOST_TRIALS_PER_MESSAGE);
	}

	private static Choice choice(BacktestRequest request, Map<String, BigDecimal> parameters, long seed) {
		String sweep = request.sweep();
		if (sweep == null) {
			if (request.random() != null) {
				throw new IllegalArgumentException("'random' draws from what 'sweep' gives, and that is missing");
			}
			return Choice.one(parameters);
		}
		Grid grid = Grid.parse(sweep);
		return request.random() == null ? Choice.all(grid, parameters) : Choice.random(grid, parameters, request.random(), seed);
	}

	private static Assumptions assumptions(BacktestRequest request, List<Bar> bars) {
		BigDecimal fees = Objects.requireNonNullElse(request.fees(), BigDecimal.ZERO);
		return Assumptions.plain(Backtest.instrumentOf(bars), Objects.requireNonNullElse(request.capital(), CAPITAL))
			.with(new PositionSize.OfEquity(Objects.requireNonNullElse(request.size(), BigDecimal.ONE)))
			.with(new FeeModel.MakerTaker(fees, fees))
			.with(new Slippage.BasisPoints(Objects.requireNonNullElse(request.slippageBp(), BigDecimal.ZERO)))
			.with(new Stops(request.stop(), request.target(), Objects.requireNonNullElse(request.stops(), Stops.Kind.BRACKET)));
	}
}
