package io.vigie.engine.market;

import java.math.BigDecimal;
import java.time.Instant;

/** The bar being made; mutable so that a print costs a few comparisons and one addition. */
final class Bucket {

	private final String symbol;
	private final Timeframe timeframe;
	private long start = Long.MIN_VALUE;
	private long end = Long.MIN_VALUE;
	private BigDecimal open = BigDecimal.ZERO;
	private BigDecimal high = BigDecimal.ZERO;
	private BigDecimal low = BigDecimal.ZERO;
	private BigDecimal close = BigDecimal.ZERO;
	private BigDecimal volume = BigDecimal.ZERO;
	private long trades;
	private long lastSequence;

	/** Empty and covering no time until it is opened. */
	Bucket(String symbol, Timeframe timeframe) {
		this.symbol = symbol;
		this.timeframe = timeframe;
	}

	String symbol() {
		return symbol;
	}

	Timeframe timeframe() {
		return timeframe;
	}

	boolean isEmpty() {
		return trades == 0;
	}

	boolean covers(long second) {
		return second >= start && second < end;
	}

	boolean endsBy(long second) {
		return end <= second;
	}

	void open(Instant at) {
		long second = timeframe.floor(at).getEpochSecond();
		if (second < end) {
			throw new IllegalArgumentException("Print of " + symbol + " at " + at
					+ " belongs to a bar that is closed already");
		}
		start = second;
		end = second + timeframe.duration().toSeconds();
	}

	void take(Tick tick) {
		take(tick.price(), tick.price(), tick.price(), tick.price(), tick.size(), 1, tick.sequence());
	}

	void take(Bar bar) {
		take(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), Math.max(1, bar.trades()),
				bar.lastSequence());
	}

	Bar close() {
		Bar bar = bar();
		trades = 0;
		return bar;
	}

	Bar bar() {
		return new Bar(symbol, timeframe, Instant.ofEpochSecond(start), plain(open), plain(high), plain(low),
				plain(close),
				plain(volume), trades, lastSequence);
	}

	private void take(BigDecimal first, BigDecimal highest, BigDecimal lowest, BigDecimal last, BigDecimal size,
			long count,
			long sequence) {
		if (trades == 0) {
			open = first;
			high = highest;
			low = lowest;
			volume = size;
		}
		else {
			high = highest.compareTo(high) > 0 ? highest : high;
			low = lowest.compareTo(low) < 0 ? lowest : low;
			volume = volume.add(size);
		}
		close = last;
		trades += count;
		lastSequence = sequence;
	}

	/** One way to write each number, so that bars are equal whichever way their numbers came. */
	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
