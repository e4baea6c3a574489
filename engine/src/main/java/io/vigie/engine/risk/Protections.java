package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.money;
import static io.vigie.engine.risk.Words.percent;

import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The locks that follow from a bot's past. Each method looks at a set, in whatever order it was learned: every moment of the
 * past that breaks a limit gives a lock, so a message that comes late gives the lock that it would have given in time.
 */
public record Protections(ProtectionLimits limits, Timeframe timeframe) {

	private static final int SCALE = 8;

	/** How far back and ahead of a trade others can matter to it. */
	public Duration reach() {
		return bars(Math.max(limits.stopOutBars(), Math.max(limits.drawdownBars(), limits.symbolBars())) + 1);
	}

	/** Whether anything but cooldown needs to know what was sold before. */
	public boolean looksAtSales() {
		return limits.stopOuts() > 0 || limits.symbolLoss().signum() > 0 || limits.drawdown().signum() > 0;
	}

	/** Whether anything needs to know what the bot was worth. */
	public boolean looksAtEquity() {
		return limits.drawdown().signum() > 0 || limits.dailyLoss().signum() > 0;
	}

	/** After an exit, the symbol rests. */
	public Optional<Lock> cooldown(String symbol, Instant exitAt, String cause) {
		if (limits.cooldown() == 0) {
			return Optional.empty();
		}
		return Optional.of(new Lock(Lock.Kind.COOLDOWN, symbol, exitAt, exitAt.plus(bars(limits.cooldown())),
				BigDecimal.valueOf(limits.cooldown()), BigDecimal.ZERO,
				"Sold at " + exitAt + "; it rests for " + limits.cooldown() + " bars.", cause));
	}

	/** Every stop-out that is one too many within the span, itself included, locks everything. */
	public List<Lock> stopOuts(Collection<ClosedTrade> trades) {
		if (limits.stopOuts() == 0) {
			return List.of();
		}
		List<ClosedTrade> losing = trades.stream().filter(it -> it.stopOut() && it.realised().signum() < 0).toList();
		Duration span = bars(limits.stopOutBars());
		List<Lock> locks = new ArrayList<>();
		for (ClosedTrade last : losing) {
			int count = within(losing, last.at(), span).size();
			if (count >= limits.stopOuts()) {
				locks.add(new Lock(Lock.Kind.STOP_OUT_GUARD, null, last.at(), last.at().plus(span), BigDecimal.valueOf(limits.stopOuts()),
						BigDecimal.valueOf(count), count + " stop-outs within " + limits.stopOutBars() + " bars.", last.order()));
			}
		}
		return locks;
	}

	/** Every sale after which its symbol has lost too much within the span locks the symbol. */
	public List<Lock> losingSymbols(Collection<ClosedTrade> trades, BigDecimal capital) {
		BigDecimal most = limits.symbolLoss().multiply(capital);
		if (most.signum() <= 0) {
			return List.of();
		}
		List<Lock> locks = new ArrayList<>();
		for (ClosedTrade last : trades) {
			List<ClosedTrade> recent = within(trades, last.at(), bars(limits.symbolBars())).stream()
				.filter(it -> it.symbol().equals(last.symbol()))
				.toList();
			BigDecimal lost = recent.stream().map(ClosedTrade::realised).reduce(BigDecimal.ZERO, BigDecimal::add).negate();
			if (recent.size() >= limits.symbolTrades() && lost.compareTo(most) >= 0) {
				locks.add(new Lock(Lock.Kind.LOSING_SYMBOL, last.symbol(), last.at(), last.at().plus(bars(limits.symbolLock())), most, lost,
						"Lost " + money(lost) + " in " + recent.size() + " trades within " + limits.symbolBars() + " bars.", last.order()));
			}
		}
		return locks;
	}

	/**
	 * Every bar whose lowest equity is too far below the highest of the span locks everything. One and the same peak gives one
	 * and the same lock, which lasts longer the longer the fall goes on.
	 */
	public List<Lock> drawdowns(Collection<EquityBar> equity, Collection<ClosedTrade> trades) {
		if (limits.drawdown().signum() == 0) {
			return List.of();
		}
		Duration span = bars(limits.drawdownBars());
		List<Lock> locks = new ArrayList<>();
		for (EquityBar now : equity) {
			Instant end = now.openAt().plus(timeframe.duration());
			EquityBar peak = equity.stream()
				.filter(it -> isWithin(it.openAt(), now.openAt(), span))
				.max(Comparator.comparing(EquityBar::high).thenComparing(EquityBar::openAt, Comparator.reverseOrder()))
				.orElseThrow();
			BigDecimal fall = fall(peak.high(), now.low());
			if (fall.compareTo(limits.drawdown()) >= 0 && within(trades, end, span).size() >= limits.drawdownTrades()) {
				locks.add(new Lock(Lock.Kind.MAX_DRAWDOWN, null, now.openAt(), end.plus(span), limits.drawdown(), fall,
						"Fell " + percent(fall) + " from " + money(peak.high()) + " within " + limits.drawdownBars() + " bars.",
						peak.openAt().toString()));
			}
		}
		return locks;
	}

	/** Every day whose lowest equity is too far below the first locks the rest of that day. */
	public List<Lock> dailyLosses(Collection<EquityBar> equity) {
		if (limits.dailyLoss().signum() == 0) {
			return List.of();
		}
		List<Lock> locks = new ArrayList<>();
		for (Instant day : equity.stream().map(it -> it.openAt().truncatedTo(ChronoUnit.DAYS)).distinct().sorted().toList()) {
			List<EquityBar> bars = equity.stream().filter(it -> it.openAt().truncatedTo(ChronoUnit.DAYS).equals(day)).toList();
			BigDecimal first = bars.stream().min(Comparator.comparing(EquityBar::openAt)).orElseThrow().first();
			EquityBar lowest = bars.stream().min(Comparator.comparing(EquityBar::low).thenComparing(EquityBar::openAt)).orElseThrow();
			BigDecimal loss = fall(first, lowest.low());
			if (loss.compareTo(limits.dailyLoss()) >= 0) {
				locks.add(new Lock(Lock.Kind.DAILY_LOSS, null, lowest.openAt(), day.plus(1, ChronoUnit.DAYS), limits.dailyLoss(), loss,
						"Lost " + percent(loss) + " of the " + exact(first) + " that the day began with.", day.toString()));
			}
		}
		return locks;
	}

	private static BigDecimal fall(BigDecimal from, BigDecimal to) {
		return from.signum() <= 0 ? BigDecimal.ZERO : from.subtract(to).divide(from, SCALE, RoundingMode.DOWN);
	}

	/** Those of the trades that lie in the span that ends with the moment. */
	private static List<ClosedTrade> within(Collection<ClosedTrade> trades, Instant end, Duration span) {
		return trades.stream().filter(it -> isWithin(it.at(), end, span)).toList();
	}

	private static boolean isWithin(Instant at, Instant end, Duration span) {
		return at.isAfter(end.minus(span)) && !at.isAfter(end);
	}

	private Duration bars(int count) {
		return timeframe.duration().multipliedBy(count);
	}
}
