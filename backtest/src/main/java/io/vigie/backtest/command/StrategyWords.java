package io.vigie.backtest.command;

import io.vigie.backtest.data.MarketData;
import io.vigie.backtest.data.Reference;
import io.vigie.backtest.data.Resampled;
import io.vigie.backtest.rules.RuleFiles;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.StrategyType;
import java.util.List;
import java.util.Optional;

/** Which strategy a command line means: a name or a file of rules, alone or beside a second symbol. */
final class StrategyWords {

	private StrategyWords() {
	}

	/** @throws Unusable for a name or file that is none, with the reason */
	static StrategyType strategy(String name) {
		try {
			return RuleFiles.strategy(name);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable(e.getMessage() + ".", e);
		}
	}

	/** @throws Unusable where a reference is needed and not given, or the other way round */
	static StrategyType beside(StrategyType strategy, Optional<String> reference, MarketData data, Timeframe timeframe) {
		if (strategy.paired() != reference.isPresent()) {
			throw new Unusable(strategy.paired() ? "%s compares with another symbol: name it with --reference FILE|SYMBOL.".formatted(strategy.name())
					: "'--reference' is for strategies that compare two symbols, and %s doesn't.".formatted(strategy.name()));
		}
		return reference.map(it -> strategy.beside(reference(it, data, timeframe))).orElse(strategy);
	}

	private static List<Bar> reference(String name, MarketData data, Timeframe timeframe) {
		List<Bar> bars = Resampled.bars(Options.market("reference", name, Optional.empty(), false), timeframe);
		List<Bar> own = Resampled.bars(data, timeframe);
		if (!own.isEmpty() && !Reference.sharesTime(bars, own)) {
			throw new Unusable("'--reference %s' holds nothing from %s to %s, the time of %s.".formatted(name, own.getFirst().openAt(),
					own.getLast().closeAt(), data.symbol()));
		}
		return bars;
	}
}
