package io.vigie.engine.backtest;

import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.EquityBar;
import io.vigie.engine.risk.Protections;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account was worth, for the protections that look at it, as often as a live bot's risk is told: when an entry is let
 * through, and after every fill, at its price. Of each bar the first, the highest and the lowest of these are kept, for as long
 * as a protection may look back.
 */
final class Worths {

	private static final Duration DAY = Duration.ofDays(1);

	/** None where nothing looks: then nothing is kept. */
	private final @Nullable Timeframe timeframe;
	private final Duration kept;
	private final Purse purse;
	private final Deque<EquityBar> bars = new ArrayDeque<>();

	private Worths(@Nullable Timeframe timeframe, Duration kept, Purse purse) {
		this.timeframe = timeframe;
		this.kept = kept;
		this.purse = purse;
	}

	static Worths of(PositionSize size, Purse purse) {
		if (size instanceof PositionSize.ByGate gate) {
			Protections protections = gate.protections();
			if (protections != null && protections.looksAtEquity()) {
				Duration back = drawdownReach(protections);
				return new Worths(protections.timeframe(), back.compareTo(DAY) > 0 ? back : DAY, purse);
			}
		}
		return new Worths(null, Duration.ZERO, purse);
	}

	/** A lock by a fall lasts as long as the fall may have taken, so peaks of twice that ago can matter. */
	private static Duration drawdownReach(Protections protections) {
		return protections.timeframe().duration().multipliedBy(2L * (protections.limits().drawdownBars() + 1));
	}

	/** @param at not before what was noted last */
	void note(Instant at, BigDecimal price) {
		if (timeframe == null) {
			return;
		}
		BigDecimal equity = purse.equity(price);
		Instant openAt = timeframe.floor(at);
		EquityBar last = bars.peekLast();
		if (last == null || !last.openAt().equals(openAt)) {
			bars.addLast(new EquityBar(openAt, equity, equity, equity));
			while (bars.getFirst().openAt().isBefore(openAt.minus(kept))) {
				bars.removeFirst();
			}
		}
		else if (equity.compareTo(last.high()) > 0 || equity.compareTo(last.low()) < 0) {
			bars.removeLast();
			bars.addLast(new EquityBar(openAt, last.first(), last.high().max(equity), last.low().min(equity)));
		}
	}

	/** Those that a fall which locks at that time can lie in. */
	List<EquityBar> around(Instant now, Protections protections) {
		Instant from = now.minus(drawdownReach(protections));
		return bars.stream().filter(it -> !it.openAt().isBefore(from)).toList();
	}

	/** Those of the day that the moment lies in, UTC. */
	List<EquityBar> today(Instant now) {
		Instant day = now.truncatedTo(ChronoUnit.DAYS);
		return bars.stream().filter(it -> !it.openAt().isBefore(day)).toList();
	}
}
