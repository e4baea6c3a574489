package io.vigie.analyst.series;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.SizingChoice.Policy;
import io.vigie.engine.fusion.FusedStrategy;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.AverageTrueRange;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.PairedStrategy;
import io.vigie.engine.strategy.Strategy;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One bot's strategy on one symbol. Begins cold; the first bar makes it fetch what it must remember from history, and so does
 * a bar that does not follow on the last one, since what lies between may have been missed here and kept there. Written by
 * the listener's thread alone; {@link #reading()} may be asked from anywhere.
 */
final class Watch {

	/** By then, what an average began with weighs less than a thousandth in it. */
	private static final int RANGE_MEMORY = 8 * AverageTrueRange.USUAL_PERIOD;

	private final Bot bot;
	private final String symbol;
	private final History history;
	private final Timer evaluation;
	private final boolean tellsRange;
	private final Supplier<Strategy> start;
	private Strategy strategy;
	private AverageTrueRange range = new AverageTrueRange(AverageTrueRange.USUAL_PERIOD);
	private long bars;
	private @Nullable Instant last;
	private @Nullable Instant lastReference;
	private volatile Reading reading;

	/** @param start gives instances of the bot's strategy that have seen nothing */
	Watch(Bot bot, String symbol, Supplier<Strategy> start, History history, Timer evaluation) {
		this.bot = bot;
		this.symbol = symbol;
		this.history = history;
		this.evaluation = evaluation;
		tellsRange = bot.risk().sizing().policy() == Policy.VOLATILITY;
		this.start = start;
		strategy = start.get();
		reading = new Reading(bot, symbol, 0, strategy.warmUp(), null, null);
	}

	/** What the strategy makes of the bar; nothing for one it has seen or is past. */
	synchronized Optional<Reading> onBar(Bar bar) {
		if (last != null && !bar.openAt().isAfter(last)) {
			return Optional.empty();
		}
		remember(bar);
		Decision decision = evaluation.record(() -> show(bar));
		reading = new Reading(bot, symbol, bars, strategy.warmUp(), bar, decision, advice());
		return Optional.of(reading);
	}

	/** Back to cold: the next bar begins with history. */
	synchronized void forget() {
		strategy = start.get();
		range = new AverageTrueRange(AverageTrueRange.USUAL_PERIOD);
		bars = 0;
		last = null;
		lastReference = null;
		reading = new Reading(bot, symbol, 0, strategy.warmUp(), null, null);
	}

	Reading reading() {
		return reading;
	}

	private Map<String, Decision> advice() {
		return strategy instanceof FusedStrategy fused ? fused.said() : Map.of();
	}

	private void remember(Bar bar) {
		if (strategy instanceof PairedStrategy paired && bot.reference() != null) {
			recall(paired, bot.reference(), bar);
		}
		Instant known = last;
		int wanted = known == null ? memory() : missingSince(known, bar);
		if (wanted > 0) {
			history.before(bar.openAt(), symbol, timeframe(), wanted).stream()
				.filter(it -> known == null || it.openAt().isAfter(known))
				.forEach(this::show);
		}
	}

	/**
	 * What the other symbol did until this bar opened. Asked for and not listened to: its bars may be another instance's, and as
	 * they are a bar older than this one, they are there.
	 */
	private void recall(PairedStrategy paired, String reference, Bar bar) {
		int wanted = lastReference == null ? memory() : missingSince(lastReference, bar);
		if (wanted > 0) {
			for (Bar other : history.before(bar.openAt(), reference, timeframe(), wanted)) {
				paired.onReference(other);
				lastReference = other.openAt();
			}
		}
	}

	/** Buckets between the last bar and this one; most markets have none, a thin one may simply not have traded. */
	private int missingSince(Instant known, Bar bar) {
		long length = timeframe().duration().toSeconds();
		long missing = (bar.openAt().getEpochSecond() - known.getEpochSecond()) / length - 1;
		return (int) Math.min(missing, memory());
	}

	private Decision show(Bar bar) {
		Decision decision = strategy.onBar(bar);
		range.add(bar);
		last = bar.openAt();
		bars++;
		return tellsRange ? withRange(decision) : decision;
	}

	/** Risk sizes such a bot's entries by how far the market ranges, and knows no bars itself. */
	private Decision withRange(Decision decision) {
		BigDecimal atr = range.value();
		if (atr == null) {
			return decision;
		}
		Map<String, BigDecimal> indicators = new LinkedHashMap<>(decision.indicators());
		indicators.put("atr", atr);
		return new Decision(decision.action(), decision.confidence(), indicators, decision.reasoning());
	}

	private int memory() {
		return tellsRange ? Math.max(strategy.memory(), RANGE_MEMORY) : strategy.memory();
	}

	private Timeframe timeframe() {
		return bot.timeframe();
	}
}
