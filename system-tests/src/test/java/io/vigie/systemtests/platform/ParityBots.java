package io.vigie.systemtests.platform;

import io.vigie.backtest.data.BuiltIn;
import io.vigie.backtest.data.MarketData;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.Strategy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Three traders, and a stretch of a real recording for each, played with a bar a minute. None wants to buy at the bar that the
 * first print closes: the platform may still be making sure of the venue then, and let it pass.
 */
enum ParityBots {

	TREND(BuiltIn.BTC, Timeframe.M15, 5, "sma-cross", "fast", "2", "slow", "5"),
	REVERSION(BuiltIn.ETH, Timeframe.M5, 421, "rsi-reversion", "period", "4", "oversold", "35", "overbought", "65"),
	BREAKOUT(BuiltIn.AAPL, Timeframe.D1, 15, "donchian-breakout", "entry", "3", "exit", "2");

	static final BigDecimal CAPITAL = new BigDecimal("25000");
	static final BigDecimal STOP = new BigDecimal("0.6");
	static final BigDecimal TARGET = new BigDecimal("1.2");
	/** Of which the simulator keeps the first half as history. */
	static final int BARS = 90;

	private static final Instant ANY = Instant.parse("2026-01-05T00:00:00Z");

	private final BuiltIn recording;
	private final Timeframe timeframe;
	private final int from;
	private final String strategy;
	private final Map<String, BigDecimal> parameters = new LinkedHashMap<>();

	ParityBots(BuiltIn recording, Timeframe timeframe, int from, String strategy, String... parameters) {
		this.recording = recording;
		this.timeframe = timeframe;
		this.from = from;
		this.strategy = strategy;
		for (int i = 0; i < parameters.length; i += 2) {
			this.parameters.put(parameters[i], new BigDecimal(parameters[i + 1]));
		}
	}

	String bot() {
		return name().toLowerCase(Locale.ROOT);
	}

	String symbol() {
		return recording.symbol();
	}

	boolean isCrypto() {
		return symbol().indexOf('/') > 0;
	}

	Strategy strategy() {
		return Strategies.start(strategy, parameters);
	}

	/** The recorded bars, whatever their length was. */
	List<Bar> bars() {
		List<Bar> all = switch (recording.read()) {
			case MarketData.Bars bars -> bars.bars();
			case MarketData.Prints prints -> {
				BarBuilder builder = new BarBuilder(symbol(), List.of(timeframe));
				List<Bar> closed = new ArrayList<>();
				prints.ticks().forEach(it -> closed.addAll(builder.add(it)));
				yield closed;
			}
		};
		return all.subList(from, from + BARS);
	}

	/** As {@code VIGIE_REPLAY_FILES} wants it. */
	static String recordings(Path folder) throws IOException {
		List<String> files = new ArrayList<>();
		for (ParityBots it : values()) {
			Path file = folder.resolve(it.bot() + ".csv");
			List<String> lines = new ArrayList<>(List.of("date,open,high,low,close,volume"));
			for (Bar bar : it.bars()) {
				lines.add(ANY.plusSeconds(60L * lines.size()) + "," + bar.open().toPlainString() + "," + bar.high().toPlainString() + ","
						+ bar.low().toPlainString() + "," + bar.close().toPlainString() + "," + bar.volume().toPlainString());
			}
			Files.write(file, lines);
			files.add(it.symbol() + "=" + file);
		}
		return String.join(",", files);
	}

	/** As {@code VIGIE_TRADERS_FILE} wants it. */
	static String traders(Path folder) throws IOException {
		StringBuilder yaml = new StringBuilder("vigie:\n  bots:\n");
		for (ParityBots it : values()) {
			yaml.append("    - {name: ").append(it.bot()).append(", strategy: ").append(it.strategy).append(", parameters: {")
				.append(it.parameters.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue().toPlainString()).collect(Collectors.joining(", ")))
				.append("}, symbols: [\"").append(it.symbol()).append("\"], timeframe: 1m, capital: ").append(CAPITAL)
				.append(", risk: {stop-loss: ").append(STOP).append(", take-profit: ").append(TARGET).append("}}\n");
		}
		Path file = folder.resolve("bots.yaml");
		Files.writeString(file, yaml);
		return "file:" + file;
	}
}
