package io.vigie.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes the bars of one symbol, of several timeframes at once, out of its prints.
 *
 * <p>A bar closes when the first print at or after its end arrives: it then holds exactly the prints before that end, and
 * nothing of the print that closed it. Buckets without a print have no bar. Only the finest timeframe looks at every print;
 * the others are made from closed finer bars, which is exact because each timeframe divides the next. Expects prints in order
 * ({@link TickCleaner}). Pure; not thread-safe.
 */
public final class BarBuilder {

	private final Bucket[] buckets;

	public BarBuilder(String symbol, Collection<Timeframe> timeframes) {
		if (timeframes.isEmpty()) {
			throw new IllegalArgumentException("At least one timeframe is needed to build bars of " + symbol);
		}
		buckets = timeframes.stream().distinct().sorted().map(it -> new Bucket(symbol, it)).toArray(Bucket[]::new);
	}

	/** Takes the next print and returns the bars that it closed, finest first, which is also by time of closing. */
	public List<Bar> add(Tick tick) {
		long second = tick.at().getEpochSecond();
		Bucket finest = buckets[0];
		if (finest.covers(second)) {
			finest.take(tick);
			return List.of();
		}
		List<Bar> closed = close(second);
		finest.open(tick.at());
		finest.take(tick);
		return closed;
	}

	/**
	 * Takes a closed bar of the finest timeframe in place of its prints: so a builder is brought back to where another one
	 * was. Returns the coarser bars that it closed.
	 */
	public List<Bar> add(Bar bar) {
		if (bar.timeframe() != finest()) {
			throw new IllegalArgumentException("Only bars of " + finest() + " can stand in for prints, not of "
					+ bar.timeframe());
		}
		List<Bar> closed = close(bar.openAt().getEpochSecond());
		fold(bar, 1);
		return closed;
	}

	/** The timeframe that all others are made of. */
	public Timeframe finest() {
		return buckets[0].timeframe();
	}

	/** The unfinished bar of a timeframe as far as it has come; for looking at, never for deciding. */
	public Optional<Bar> unfinished(Timeframe timeframe) {
		Bucket whole = new Bucket(buckets[0].symbol(), timeframe);
		for (int i = buckets.length - 1; i >= 0; i--) {
			if (buckets[i].timeframe().compareTo(timeframe) <= 0 && !buckets[i].isEmpty()) {
				Bar part = buckets[i].bar();
				if (whole.isEmpty()) {
					whole.open(part.openAt());
				}
				if (whole.covers(part.openAt().getEpochSecond())) {
					whole.take(part);
				}
			}
		}
		return whole.isEmpty() ? Optional.empty() : Optional.of(whole.bar());
	}

	private List<Bar> close(long second) {
		List<Bar> closed = new ArrayList<>(2);
		for (int i = 0; i < buckets.length; i++) {
			Bucket bucket = buckets[i];
			if (bucket.isEmpty()) {
				continue;
			}
			if (!bucket.endsBy(second)) {
				break;
			}
			Bar bar = bucket.close();
			closed.add(bar);
			fold(bar, i + 1);
		}
		return closed;
	}

	private void fold(Bar bar, int level) {
		if (level < buckets.length) {
			if (buckets[level].isEmpty()) {
				buckets[level].open(bar.openAt());
			}
			buckets[level].take(bar);
		}
	}
}
