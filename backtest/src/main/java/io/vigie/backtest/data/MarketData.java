package io.vigie.backtest.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.time.Instant;
import java.util.List;

/** The past of one symbol, in order of time. */
public sealed interface MarketData {

	String symbol();

	/** In words, for people: which file, or what recording. */
	String source();

	/** Rows that were left out since they could not be read, one sentence each. */
	List<String> leftOut();

	/** What lies at or after the one and before the other. */
	MarketData between(Instant from, Instant to);

	boolean isEmpty();

	/** @param timeframe longest that fits between all bars: that of the file, or the next shorter one that is known */
	record Bars(String symbol, Timeframe timeframe, List<Bar> bars, String source, List<String> leftOut) implements MarketData {

		@Override
		public Bars between(Instant from, Instant to) {
			return new Bars(symbol, timeframe, bars.stream().filter(it -> !it.openAt().isBefore(from) && it.openAt().isBefore(to)).toList(),
					source, leftOut);
		}

		@Override
		public boolean isEmpty() {
			return bars.isEmpty();
		}
	}

	record Prints(String symbol, List<Tick> ticks, String source, List<String> leftOut) implements MarketData {

		@Override
		public Prints between(Instant from, Instant to) {
			return new Prints(symbol, ticks.stream().filter(it -> !it.at().isBefore(from) && it.at().isBefore(to)).toList(), source, leftOut);
		}

		@Override
		public boolean isEmpty() {
			return ticks.isEmpty();
		}
	}
}
