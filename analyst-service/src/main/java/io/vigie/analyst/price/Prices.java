package io.vigie.analyst.price;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.message.Message;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.TickMessage;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last price of every symbol whose ticks this instance is given. With several instances a symbol's ticks may go to another
 * one than its bars: a price is evidence and something to show; decisions rest on bars.
 */
@Component
public class Prices {

	private final Map<String, LivePrice> bySymbol = new ConcurrentHashMap<>();
	private final Bots bots;
	private final Clock clock;
	private final Counter ticks;
	private final Timer age;

	Prices(Bots bots, Clock clock, MeterRegistry metrics) {
		this.bots = bots;
		this.clock = clock;
		this.ticks = metrics.counter("analyst.ticks");
		this.age = Timer.builder("analyst.tick.age").publishPercentileHistogram().register(metrics);
	}

	/** Ticks in the order they were said; the age of the first, which waited longest, is measured. */
	void take(List<Message<TickMessage>> batch) {
		long nanos = System.nanoTime();
		for (Message<TickMessage> message : batch) {
			switch (message.data()) {
				case TradePrinted(Tick tick) -> live(tick.symbol()).take(tick, nanos);
				case QuoteChanged _ -> {
				}
			}
		}
		ticks.increment(batch.size());
		Duration waited = Duration.between(batch.getFirst().at(), clock.instant());
		age.record(waited.isNegative() ? Duration.ZERO : waited);
	}

	/** The last print, where one was seen here. */
	public @Nullable Tick last(String symbol) {
		LivePrice live = bySymbol.get(symbol);
		return live == null ? null : live.last();
	}

	public SortedMap<String, Price> all() {
		long nanos = System.nanoTime();
		SortedMap<String, Price> prices = new TreeMap<>();
		bySymbol.forEach((symbol, live) -> live.price(nanos).ifPresent(price -> prices.put(symbol, price)));
		return prices;
	}

	private LivePrice live(String symbol) {
		LivePrice live = bySymbol.get(symbol);
		return live != null ? live : bySymbol.computeIfAbsent(symbol, it -> new LivePrice(it, timeframes(it)));
	}

	private List<Timeframe> timeframes(String symbol) {
		return bots.all().stream().filter(bot -> bot.symbols().contains(symbol)).map(Bot::timeframe).distinct().sorted().toList();
	}
}
