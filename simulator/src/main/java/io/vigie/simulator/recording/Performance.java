package io.vigie.simulator.recording;

import io.vigie.backtest.data.BadData;
import io.vigie.backtest.data.MarketData;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Makes what a backtest reads into what the venue plays. Bars are played as prints, those of days in quarters of an hour and all
 * others in their own rhythm.
 */
final class Performance {

	private static final Duration DAILY_SLOT = Duration.ofMinutes(15);

	private Performance() {
	}

	/** @throws BadRecording where the data can't be read, or can't be played */
	static Recording of(Instrument instrument, String description, Supplier<MarketData> data) {
		try {
			return switch (data.get()) {
				case MarketData.Prints prints -> ofPrints(instrument, description, prints);
				case MarketData.Bars bars -> ofBars(instrument, description, bars);
			};
		}
		catch (BadData e) {
			throw new BadRecording(e.sentence());
		}
	}

	private static Recording ofPrints(Instrument instrument, String description, MarketData.Prints data) {
		atLeastTwo(data.source(), data.ticks());
		Instant begin = data.ticks().getFirst().at();
		List<Print> prints = new ArrayList<>(data.ticks().size());
		for (Tick it : data.ticks()) {
			prints.add(new Print(Duration.between(begin, it.at()), it.price(), it.size()));
		}
		return new Recording(instrument, description, List.copyOf(prints), upToMinute(prints.getLast().offset()));
	}

	private static Recording ofBars(Instrument instrument, String description, MarketData.Bars data) {
		atLeastTwo(data.source(), data.bars());
		Duration slot = data.timeframe() == Timeframe.D1 ? DAILY_SLOT : shortestGap(data);
		List<Print> prints = new ArrayList<>(data.bars().size() * 4);
		Duration offset = Duration.ZERO;
		for (Bar it : data.bars()) {
			prints.addAll(new BarPrints(it.open(), it.high(), it.low(), it.close(), it.volume()).at(offset, slot));
			offset = offset.plus(slot);
		}
		return new Recording(instrument, description, List.copyOf(prints), offset);
	}

	private static Duration shortestGap(MarketData.Bars data) {
		List<Bar> bars = data.bars();
		Duration shortest = IntStream.range(1, bars.size()).mapToObj(i -> Duration.between(bars.get(i - 1).openAt(), bars.get(i).openAt()))
			.min(Comparator.naturalOrder()).orElseThrow();
		if (shortest.toSeconds() < 4) {
			throw new BadRecording(data.source() + ": has bars closer than four seconds, and four prints have to fit into each");
		}
		return shortest;
	}

	private static void atLeastTwo(String source, List<?> rows) {
		if (rows.size() < 2) {
			throw new BadRecording(source + ": holds fewer than two rows");
		}
	}

	private static Duration upToMinute(Duration last) {
		return Duration.ofMinutes(last.toMinutes() + 1);
	}
}
