package io.vigie.sentinel.feed;

import io.vigie.common.message.Message;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.OutlierFilter;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.TickCleaner;
import io.vigie.engine.market.TickFlaw;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.bar.BarWriter;
import io.vigie.sentinel.venue.MarketData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
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
	private final FeedSettings settings;
	private final Silence silence;
	private final Map<Timeframe, Instant> toldUntil = new EnumMap<>(Timeframe.class);
	private TickCleaner cleaner = new TickCleaner();
	private OutlierFilter outliers;
	private BarBuilder builder;
	private Position taken = Position.BEFORE_ALL;
	private Position told = Position.BEFORE_ALL;
	private boolean restored;
	private boolean inThePast;

	SymbolFeed(String symbol, FeedSettings settings, TickTeller teller, BarWriter bars, SymbolRecord record) {
		this.symbol = symbol;
		this.settings = settings;
		this.timeframes = settings.timeframes();
		this.teller = teller;
		this.bars = bars;
		this.record = record;
		this.silence = new Silence(symbol);
		this.outliers = outliers(null);
		this.builder = new BarBuilder(symbol, timeframes);
	}

	/**
	 * A print of the stream. Where taking it fails half-way, the next catch-up begins from what is stored.
	 *
	 * @return whether it was new and sound, though it may wait to be believed
	 */
	boolean take(Tick tick) throws InterruptedException {
		TickFlaw flaw = cleaner.check(tick);
		if (flaw != null) {
			record.dropped(flaw);
			return false;
		}
		OutlierFilter.Sifted sifted = outliers.take(tick);
		sifted.dropped().forEach(_ -> record.dropped(TickFlaw.OUTLIER));
		try {
			for (Tick each : sifted.passed()) {
				believe(each);
			}
		}
		catch (RuntimeException e) {
			restored = false;
			throw e;
		}
		if (sifted.confirmed()) {
			record.repaired(Drops.CONFIRMED, sifted.passed().size());
		}
		return true;
	}

	private void believe(Tick tick) throws InterruptedException {
		if (inThePast) {
			remember(tick);
		}
		else {
			pass(tick);
		}
		taken = Position.of(tick);
		record.printed(tick, !inThePast);
	}

	private void remember(Tick tick) throws InterruptedException {
		for (Bar bar : builder.add(tick)) {
			bars.history(bar);
		}
	}

	private void pass(Tick tick) throws InterruptedException {
		record.silent(silence.endedBy(tick));
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
	 * Takes from the venue's history what was missed since the last print taken or, the first time, since the last
	 * start.
	 */
	void catchUp(MarketData data, Restoration restoration) throws InterruptedException {
		if (!restored) {
			restore(restoration.find(symbol));
		}
		Position from = taken;
		LongAdder missed = new LongAdder();
		data.trades(symbol, from.at(), tick -> {
			if (from.isBefore(tick) && take(tick)) {
				missed.increment();
			}
		});
		long seen = missed.sum();
		if (!inThePast) {
			record.repaired(Drops.GAP, seen);
		}
		else {
			inThePast = false;
			told = taken;
			bars.historyComplete(symbol);
			record.acknowledged(taken);
		}
		log.atInfo().addKeyValue("symbol", symbol).addKeyValue("since", from.at()).addKeyValue("prints", seen)
				.log("Caught up");
	}

	private OutlierFilter outliers(@Nullable BigDecimal reference) {
		return new OutlierFilter(settings.outlierPercent().movePointLeft(2), settings.outlierConfirmations(), reference);
	}

	private void restore(Restoration.Start start) throws InterruptedException {
		builder = new BarBuilder(symbol, timeframes);
		for (Bar bar : start.bars()) {
			for (Bar coarser : builder.add(bar)) {
				bars.history(coarser);
			}
		}
		cleaner = new TickCleaner(start.from().at(), start.from().sequence());
		outliers = outliers(start.bars().isEmpty() ? null : start.bars().getLast().close());
		taken = start.from();
		told = told.compareTo(start.told()) > 0 ? told : start.told();
		start.toldUntil().forEach((timeframe, openAt) -> toldUntil.merge(timeframe, openAt, (a, b) -> a.isAfter(b) ? a
				: b));
		inThePast = start.first();
		if (inThePast) {
			bars.historyBegins(symbol);
		}
		restored = true;
	}
}
