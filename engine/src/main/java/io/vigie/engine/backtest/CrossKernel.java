package io.vigie.engine.backtest;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a moving-average cross with stops enters and leaves, over whole numbers alone: the same as playing the bars one by
 * one, as a test over random markets holds it to. When it trades does not depend on what it can pay: a cross up finds it flat
 * whatever became of the one before, since a cross down lay between.
 */
final class CrossKernel {

	private final ScaledBars bars;
	private final Stops.Kind kind;
	/** Levels are prices times these over {@link #unit}. */
	private final long stopShare;
	private final long targetShare;
	private final long unit;

	private CrossKernel(ScaledBars bars, Stops.Kind kind, long stopShare, long targetShare, long unit) {
		this.bars = bars;
		this.kind = kind;
		this.stopShare = stopShare;
		this.targetShare = targetShare;
		this.unit = unit;
	}

	/** None where numbers would get too large to count with exactly. */
	static Optional<CrossKernel> of(ScaledBars bars, Stops stops) {
		int decimals = Math.max(decimals(stops.loss()), decimals(stops.profit()));
		if (decimals > 9) {
			return Optional.empty();
		}
		long unit = BigDecimal.ONE.movePointRight(decimals).longValueExact();
		long stopShare = stops.loss() == null ? 0 : unit - stops.loss().movePointRight(decimals).longValueExact();
		long targetShare = stops.profit() == null ? 0 : unit + stops.profit().movePointRight(decimals).longValueExact();
		boolean fits = bars.highest <= Long.MAX_VALUE / Math.max(1, Math.max(stopShare, targetShare));
		return fits ? Optional.of(new CrossKernel(bars, stops.kind(), stopShare, targetShare, unit)) : Optional.empty();
	}

	/** Whether averages of that length can be compared exactly. */
	boolean takes(int fast, int slow) {
		return bars.highest <= Long.MAX_VALUE / 4 / Math.max(1, (long) fast * slow);
	}

	/**
	 * @param forgetsAfter bars without any difference after which the last one is forgotten
	 * @return whether it would buy after the last bar
	 */
	boolean run(int fast, int slow, int forgetsAfter, Marks marks) {
		marks.clear();
		long[] open = bars.open;
		long[] high = bars.high;
		long[] low = bars.low;
		long[] close = bars.close;
		boolean atClose = kind == Stops.Kind.CLOSE;
		int firstProtected = kind == Stops.Kind.BRACKET ? 0 : 1;
		int entry = Marks.OPEN;
		boolean buys = false;
		int sells = Marks.OPEN;
		long stop = Long.MIN_VALUE;
		long target = Long.MAX_VALUE;
		long fastSum = 0;
		long slowSum = 0;
		int lastSide = 0;
		int alike = 0;
		for (int i = 0; i < close.length; i++) {
			if (buys) {
				buys = false;
				entry = i;
				marks.enter(i);
				long basis = atClose ? open[i] : close[i - 1];
				stop = stopShare == 0 ? Long.MIN_VALUE : Math.floorDiv(basis * stopShare, unit);
				target = targetShare == 0 ? Long.MAX_VALUE : targetOf(basis);
			}
			else if (sells >= 0) {
				marks.leave(i, sells);
				entry = Marks.OPEN;
				sells = Marks.OPEN;
			}
			if (entry >= 0 && !atClose && i >= entry + firstProtected) {
				int cause = open[i] > target ? Marks.TARGET : low[i] <= stop ? Marks.STOP : high[i] > target ? Marks.TARGET : Marks.OPEN;
				if (cause >= 0) {
					marks.leave(i, cause);
					entry = Marks.OPEN;
				}
			}
			long now = close[i];
			fastSum += i < fast ? now : now - close[i - fast];
			slowSum += i < slow ? now : now - close[i - slow];
			if (i < slow - 1) {
				continue;
			}
			long difference = fastSum * slow - slowSum * fast;
			int side = Long.signum(difference);
			alike++;
			int cross = side != 0 && lastSide == -side && alike <= forgetsAfter ? side : 0;
			if (side != 0) {
				lastSide = side;
				alike = 0;
			}
			if (entry < 0) {
				buys = cross > 0;
			}
			else if (atClose && now <= stop) {
				sells = Marks.STOP;
			}
			else if (atClose && now >= target) {
				sells = Marks.TARGET;
			}
			else if (cross < 0) {
				sells = Marks.SIGNAL;
			}
		}
		return buys;
	}

	/** The price that a close must be at, or that a price inside a bar must be above: the one below it where a touch will do. */
	private long targetOf(long basis) {
		return switch (kind) {
			case CLOSE -> Math.ceilDiv(basis * targetShare, unit);
			case BRACKET -> Math.floorDiv(basis * targetShare, unit);
			case RESTING -> Math.ceilDiv(basis * targetShare, unit) - 1;
		};
	}

	private static int decimals(@Nullable BigDecimal fraction) {
		return fraction == null ? 0 : Math.max(0, fraction.stripTrailingZeros().scale());
	}
}
