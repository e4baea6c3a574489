package io.vigie.sentinel.feed;

import io.vigie.common.message.Message;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.TickCleaner;
import io.vigie.engine.market.TickFlaw;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.bar.BarStore;
import io.vigie.sentinel.bar.BarWriter;
import io.vigie.sentinel.venue.MarketData;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One symbol from print to tick and bar. Where it stands survives a restart: stored bars stand in for the prints they were
 * made of, the rest comes from the venue's history, and what was told already is not told again. Used by one thread; what
 * it shows to others is in {@link SymbolRecord}.
 */
final class SymbolFeed {

	private static final Logger log = LoggerFactory.getLogger(SymbolFeed.class);

	private final String symbol;
	private final Set<Timeframe> timeframes;
	private final TickTeller teller;
	private final BarWriter bars;
	private final SymbolRecord record;
	private TickCleaner cleaner = new TickCleaner();
	private BarBuilder builder;
	private Position taken = Position.BEFORE_ALL;
	private Position told = Position.BEFORE_ALL;
	private final Map<Timeframe, Instant> toldUntil = new EnumMap<>(Timeframe.class);
	private boolean restored;
	private boolean inThePast;

	SymbolFeed(String symbol, Set<Timeframe> timeframes, TickTeller teller, BarWriter bars, SymbolRecord record) {
		this.symbol = symbol;
		this.timeframes = timeframes;
		this.teller = teller;
		this.bars = bars;
		this.record = record;
		this.builder = new BarBuilder(symbol, timeframes);
	}

	/** A print of the stream. Where taking it fails half-way, the next catch-up begins from what is stored. */
	void take(Tick tick) throws InterruptedException {
		TickFlaw flaw = cleaner.check(tick);
		if (flaw != null) {
			record.dropped(flaw);
			return;
		}
		try {
			if (inThePast) {
				remember(tick);
			}
			else {
				pass(tick);
			}
			taken = Position.of(tick);
			record.printed(tick, !inThePast);
		}
		catch (RuntimeException e) {
			restored = false;
			throw e;
		}
	}

	private void remember(Tick tick) throws InterruptedException {
		for (Bar bar : builder.add(tick)) {
			bars.history(bar);
		}
	}

	private void pass(Tick tick) throws InterruptedException {
		Message<TradePrinted> message = teller.message(tick);
		if (told.isBefore(tick)) {
			teller.tell(message, record);
			told = Position.of(tick);
		}
		for (Bar bar : builder.add(tick)) {
			if (bar.openAt().isAfter(toldUntil.getOrDefault(bar.timeframe(), Instant.MIN))) {
				bars.closed(bar, message);
				toldUntil.put(bar.timeframe(), bar.openAt());
				record.closed();
			}
		}
	}

	/**
	 * Takes from the venue's history what was missed since the last print taken, or, the first time, since the last start.
	 *
	 * @param now market time
	 * @param span how far back at most
	 */
	void catchUp(MarketData data, BarStore store, Told others, Instant now, Duration span) throws InterruptedException {
		if (!restored) {
			restore(store, others, now, span);
		}
		Position from = taken;
		var interruption = new InterruptedException[1];
		long[] missed = new long[1];
		data.trades(symbol, from.at().equals(Instant.MIN) ? Instant.EPOCH : from.at(), tick -> {
			if (interruption[0] == null && from.isBefore(tick)) {
				try {
					take(tick);
					missed[0]++;
				}
				catch (InterruptedException e) {
					interruption[0] = e;
				}
			}
		});
		if (interruption[0] != null) {
			throw interruption[0];
		}
		if (inThePast) {
			inThePast = false;
			told = taken;
			bars.historyComplete(symbol);
		}
		log.atInfo().addKeyValue("symbol", symbol).addKeyValue("since", from.at()).addKeyValue("prints", missed[0]).log("Caught up");
	}

	private void restore(BarStore store, Told others, Instant now, Duration span) throws InterruptedException {
		builder = new BarBuilder(symbol, timeframes);
		Timeframe coarsest = timeframes.stream().max(Timeframe::compareTo).orElseThrow();
		Instant beginning = coarsest.floor(now.minus(span));
		Optional<Bar> last = store.last(symbol, builder.finest());
		if (last.isPresent() && last.get().closeAt().isAfter(beginning)) {
			Position known = Position.before(last.get().closeAt());
			for (Bar bar : store.since(symbol, builder.finest(), coarsest.floor(last.get().openAt()))) {
				for (Bar coarser : builder.add(bar)) {
					bars.history(coarser);
				}
			}
			startAfter(known);
			told = Stream.of(told, known, others.position(symbol).orElse(known)).max(Position::compareTo).orElseThrow();
			for (Timeframe timeframe : timeframes) {
				store.last(symbol, timeframe).ifPresent(it -> toldUntil.merge(timeframe, it.openAt(), (a, b) -> a.isAfter(b) ? a : b));
			}
		}
		else {
			last.ifPresent(it -> log.atWarn().addKeyValue("symbol", symbol).addKeyValue("last_bar", it.openAt())
				.log("Too long away to fill the gap: bars begin anew"));
			bars.historyBegins(symbol);
			startAfter(Position.before(beginning));
			inThePast = true;
		}
		restored = true;
	}

	private void startAfter(Position position) {
		cleaner = new TickCleaner(position.at(), position.sequence());
		taken = position;
	}
}
