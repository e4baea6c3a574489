package io.vigie.analyst.drift;

import io.vigie.analyst.series.History;
import io.vigie.analyst.series.LiveStrategies;
import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.Muted;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Side;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Runs every live strategy once more over the stored bars of the last days, from the first bar that live was told of, and puts
 * both side by side. One unit a trade and no costs, with the bot's own stop and target: prices are compared, not money. Bots that
 * compare their symbol with another one are left out.
 */
@Service
@EnableConfigurationProperties(DriftSettings.class)
class DriftDesk {

	private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");

	private final Bots bots;
	private final History history;
	private final LiveTrades trades;
	private final Drifts drifts;
	private final DriftSettings settings;

	DriftDesk(Bots bots, History history, LiveTrades trades, Drifts drifts, DriftSettings settings) {
		this.bots = bots;
		this.history = history;
		this.trades = trades;
		this.drifts = drifts;
		this.settings = settings;
	}

	/** Looks, and keeps what it saw in place of what it saw before. */
	List<Drift> compare() {
		List<Drift> seen = look();
		drifts.replaceBy(seen);
		return seen;
	}

	/** Of every bot and symbol, oldest first. */
	List<Drift> look() {
		List<Drift> all = new ArrayList<>();
		for (Bot bot : bots.all()) {
			if (bot.reference() == null) {
				bot.symbols().forEach(symbol -> all.addAll(look(bot, symbol)));
			}
		}
		return all;
	}

	private List<Drift> look(Bot bot, String symbol) {
		Set<Instant> seen = trades.closes(symbol, bot.timeframe());
		Strategy strategy = LiveStrategies.of(bot, bots.all()).get();
		long span = settings.driftSpan().dividedBy(bot.timeframe().duration());
		List<Bar> bars = seen.isEmpty() ? List.of() : history.before(EVER, symbol, bot.timeframe(), (int) span + strategy.memory());
		if (bars.isEmpty()) {
			return List.of();
		}
		Instant oldest = bars.getLast().closeAt().minus(settings.driftSpan());
		Instant since = Collections.min(seen).isAfter(oldest) ? Collections.min(seen) : oldest;
		Duration patience = bot.timeframe().duration().multipliedBy(2);
		Instant until = bars.getLast().closeAt().minus(patience);
		List<Deal> expected = deals(Backtest.run(new Muted(strategy, since), bars, assumptions(bot, bars)).trades()).stream()
			.filter(it -> it.at().isBefore(until))
			.toList();
		List<Deal> live = trades.deals(bot.name(), symbol, since).stream().filter(it -> it.at().isBefore(until)).toList();
		return new Comparison(bot.name(), symbol, bot.timeframe(), seen, trades.refusals(bot.name(), symbol)).of(live, expected);
	}

	private static Assumptions assumptions(Bot bot, List<Bar> bars) {
		BigDecimal enough = bars.stream().map(Bar::high).max(Comparator.naturalOrder()).orElseThrow().movePointRight(3);
		return Assumptions.plain(Backtest.instrumentOf(bars), enough)
			.with(Stops.bracket(bot.risk().stopLoss().movePointLeft(2), bot.risk().takeProfit().movePointLeft(2)));
	}

	private static List<Deal> deals(List<Trade> trades) {
		return trades.stream().flatMap(it -> {
			Deal entry = new Deal(Side.BUY, it.entryPrice(), it.entryAt());
			Trade.Exit exit = it.exit();
			return exit == null ? Stream.of(entry) : Stream.of(entry, new Deal(Side.SELL, exit.price(), exit.at()));
		}).toList();
	}
}
