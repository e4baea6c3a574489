package io.vigie.analyst;

import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.PositionView;
import io.vigie.common.message.TickMessage;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bars, ticks and portfolios as sentinel and executor would tell of them. */
public final class MarketFixtures {

	public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private MarketFixtures() {
	}

	/** A minute bar that traded at one price. */
	public static Bar bar(String symbol, int minute, String price) {
		BigDecimal close = new BigDecimal(price);
		return new Bar(symbol, Timeframe.M1, START.plusSeconds(60L * minute), close, close, close, close, BigDecimal.ONE, 1, minute);
	}

	/** Minute bars of a walk that crosses its averages often; the same for the same seed. */
	public static List<Bar> walk(String symbol, long seed, int length) {
		Random random = new Random(seed);
		List<Bar> bars = new ArrayList<>();
		long cents = 10_000;
		for (int minute = 0; minute < length; minute++) {
			cents += 50L * (random.nextInt(7) - 3);
			bars.add(bar(symbol, minute, BigDecimal.valueOf(cents, 2).toPlainString()));
		}
		return bars;
	}

	/** Told of at the given moment; the same bar always has the same id. */
	public static Message<BarMessage> told(Bar bar, Instant at) {
		return Message.beginning(Ids.named("bar", bar.symbol(), bar.timeframe(), bar.openAt()), "sentinel", Message.ALL, at,
				new BarClosed(bar));
	}

	public static Message<TickMessage> told(Tick tick, Instant at) {
		return Message.beginning(Ids.named("tick", tick.symbol(), tick.sequence()), "sentinel", Message.ALL, at,
				new TradePrinted(tick));
	}

	public static Message<PortfolioMessage> flat(String bot, long sequence) {
		return portfolio(bot, sequence, List.of());
	}

	public static Message<PortfolioMessage> holding(String bot, long sequence, String symbol, String quantity) {
		BigDecimal price = BigDecimal.TEN;
		return portfolio(bot, sequence,
				List.of(new PositionView(symbol, new BigDecimal(quantity), price, price, BigDecimal.ZERO, null, null)));
	}

	private static Message<PortfolioMessage> portfolio(String bot, long sequence, List<PositionView> positions) {
		BigDecimal capital = BigDecimal.valueOf(25_000);
		return Message.beginning(Ids.named("portfolio", bot, sequence), "executor", Message.ALL, START,
				new PortfolioChanged(bot, sequence, "USD", capital, capital, BigDecimal.ZERO, BigDecimal.ZERO, capital,
						BigDecimal.ZERO, BigDecimal.ZERO, positions, START));
	}
}
