package io.vigie.analyst.price;

import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One symbol's last print and forming bars. Prints that are not newer are ignored, however often they come. */
final class LivePrice {

	private final List<Timeframe> timeframes;
	private final @Nullable BarBuilder forming;
	private @Nullable Tick last;
	private long arrivedNanos;

	LivePrice(String symbol, Collection<Timeframe> timeframes) {
		this.timeframes = List.copyOf(timeframes);
		this.forming = timeframes.isEmpty() ? null : new BarBuilder(symbol, timeframes);
	}

	synchronized boolean take(Tick tick, long nanos) {
		if (last != null && !isAfter(tick, last)) {
			return false;
		}
		last = tick;
		arrivedNanos = nanos;
		if (forming != null) {
			forming.add(tick);
		}
		return true;
	}

	synchronized @Nullable Tick last() {
		return last;
	}

	synchronized Optional<Price> price(long nanos) {
		return Optional.ofNullable(last).map(tick -> new Price(tick, Duration.ofNanos(nanos - arrivedNanos),
				forming == null ? List.of()
						: timeframes.stream().map(forming::unfinished).flatMap(Optional::stream).toList()));
	}

	private static boolean isAfter(Tick tick, Tick other) {
		int order = tick.at().compareTo(other.at());
		return order > 0 || order == 0 && tick.sequence() > other.sequence();
	}
}
