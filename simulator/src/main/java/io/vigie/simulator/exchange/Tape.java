package io.vigie.simulator.exchange;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has printed in one symbol: the latest prints, the closed minutes and the minute that is being made. */
public final class Tape {

	private static final int PRINTS_KEPT = 10_000;
	private static final int MINUTES_KEPT = 20_000;

	private final Instrument instrument;
	private final String description;
	private final Slippage spread;
	private final Deque<Tick> prints = new ArrayDeque<>();
	private final Deque<Bar> minutes = new ArrayDeque<>();
	private long sequence;
	private @Nullable Bar building;

	Tape(Instrument instrument, String description, Slippage spread) {
		this.instrument = instrument;
		this.description = description;
		this.spread = spread;
	}

	public Instrument instrument() {
		return instrument;
	}

	public String description() {
		return description;
	}

	public Optional<Tick> last() {
		return Optional.ofNullable(prints.peekLast());
	}

	public Optional<Quote> quote() {
		return last().map(this::quote);
	}

	/** The last print with the spread that a taker pays on either side. */
	public Quote quote(Tick tick) {
		BigDecimal size = tick.size();
		return new Quote(tick.symbol(), tick.at(), spread.worsen(instrument, Side.SELL, tick.price(), size, size), size,
				spread.worsen(instrument, Side.BUY, tick.price(), size, size), size);
	}

	/** Newest last. */
	public Iterable<Tick> prints() {
		return prints;
	}

	/** Closed minutes and, last, the one being made. */
	public List<Bar> minutes() {
		List<Bar> all = new ArrayList<>(minutes);
		Optional.ofNullable(building).ifPresent(all::add);
		return all;
	}

	/** The last price before the day that the instant falls in, or the first known one. */
	public Optional<BigDecimal> previousClose(Instant now) {
		Instant midnight = Timeframe.D1.floor(now);
		BigDecimal close = null;
		Iterator<Bar> newestFirst = minutes.descendingIterator();
		while (newestFirst.hasNext()) {
			Bar bar = newestFirst.next();
			close = bar.open();
			if (bar.openAt().isBefore(midnight)) {
				return Optional.of(bar.close());
			}
		}
		return close == null ? last().map(Tick::price) : Optional.of(close);
	}

	/** @return the print, and the minute that it closed if it is the first of another */
	Tick print(Instant at, BigDecimal price, BigDecimal size, List<MarketEvent> events) {
		close(at, events);
		sequence++;
		Tick tick = new Tick(instrument.symbol(), sequence, at, price, size);
		building = building == null
				? new Bar(tick.symbol(), Timeframe.M1, Timeframe.M1.floor(at), price, price, price, price, size, 1, sequence)
				: with(building, tick);
		prints.addLast(tick);
		if (prints.size() > PRINTS_KEPT) {
			prints.removeFirst();
		}
		return tick;
	}

	/** Closes the minute being made if it is over. */
	void close(Instant now, List<MarketEvent> events) {
		Bar bar = building;
		if (bar != null && !bar.closeAt().isAfter(now)) {
			minutes.addLast(bar);
			if (minutes.size() > MINUTES_KEPT) {
				minutes.removeFirst();
			}
			building = null;
			events.add(new MarketEvent.BarClosed(bar));
		}
	}

	TapeState state(int printsKept) {
		List<Tick> latest = prints.stream().skip(Math.max(0, prints.size() - printsKept)).toList();
		return new TapeState(instrument, description, sequence, latest, List.copyOf(minutes), building);
	}

	static Tape of(TapeState state, Slippage spread) {
		Tape tape = new Tape(state.instrument(), state.description(), spread);
		tape.sequence = state.sequence();
		tape.prints.addAll(state.prints());
		tape.minutes.addAll(state.minutes());
		tape.building = state.building();
		return tape;
	}

	private static Bar with(Bar bar, Tick tick) {
		return new Bar(bar.symbol(), bar.timeframe(), bar.openAt(), bar.open(), bar.high().max(tick.price()),
				bar.low().min(tick.price()), tick.price(), bar.volume().add(tick.size()), bar.trades() + 1, tick.sequence());
	}

	/** Everything a tape needs to go on after a restart. */
	public record TapeState(Instrument instrument, String description, long sequence, List<Tick> prints, List<Bar> minutes,
			@Nullable Bar building) {
	}
}
