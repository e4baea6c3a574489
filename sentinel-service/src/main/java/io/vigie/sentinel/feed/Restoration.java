package io.vigie.sentinel.feed;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.bar.BarStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out where a symbol was left by an earlier life of this service. A history that was not fetched to its end, so that
 * nothing was told since, is fetched anew.
 *
 * @param now market time
 */
record Restoration(BarStore store, Told told, Supplier<Instant> now, FeedSettings settings) {

	private static final Logger log = LoggerFactory.getLogger(Restoration.class);
	/** A venue that was killed may have to say its last prints again; more than that is another market. */
	private static final Duration BACK_AT_MOST = Duration.ofHours(1);

	/**
	 * @param first whether nothing is known, so that what printed until now is history
	 * @param from prints up to here are in the bars
	 * @param told prints up to here were told
	 * @param bars closed bars of the finest timeframe since the coarsest unfinished one began
	 * @param toldUntil the last bar stored, and so told, of each timeframe
	 */
	record Start(boolean first, Position from, Position told, List<Bar> bars, Map<Timeframe, Instant> toldUntil) {
	}

	/** @throws OtherMarket where what is stored can't have happened yet */
	Start find(String symbol) {
		Set<Timeframe> timeframes = settings.timeframes();
		Timeframe finest = Collections.min(timeframes);
		Timeframe coarsest = Collections.max(timeframes);
		Instant today = now.get();
		Optional<Bar> last = store.last(symbol, finest);
		Optional<Position> said = told.position(symbol);
		if (last.isEmpty() || said.isEmpty() || last.get().closeAt().isBefore(today.minus(settings.gap()))) {
			last.filter(_ -> said.isPresent()).ifPresent(it -> log.atWarn().addKeyValue("symbol", symbol)
					.addKeyValue("last_bar", it.openAt())
				.log("Too long away to fill the gap: bars begin anew"));
			Position beginning = Position.before(coarsest.floor(today.minus(settings.history())));
			return new Start(true, beginning, beginning, List.of(), Map.of());
		}
		if (last.get().openAt().isAfter(today.plus(BACK_AT_MOST))) {
			throw new OtherMarket(symbol, last.get().closeAt(), today);
		}
		Position known = Position.before(last.get().closeAt());
		Map<Timeframe, Instant> toldUntil = new EnumMap<>(Timeframe.class);
		timeframes.forEach(it -> store.last(symbol, it).ifPresent(bar -> toldUntil.put(it, bar.openAt())));
		return new Start(false, known, said.filter(it -> it.compareTo(known) > 0).orElse(known), store.since(symbol,
				finest, coarsest.floor(last.get().openAt())), toldUntil);
	}
}
