package io.vigie.engine.example;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One for every strategy that is meant to earn; drawn in docs/strategies.md. */
final class StrategyExamples {

	private StrategyExamples() {
	}

	static List<StrategyExample> all() {
		return List.of(
				of("sma-cross", Map.of("fast", "4", "slow", "8"),
						Sketch.from("104").to("100", 12).to("108", 10).to("103", 10), "BUY 14, CLOSE 25",
						Sketch.from("100").to("104", 16).to("107", 16)),
				of("rsi-reversion", Map.of("period", "7"),
						Sketch.from("100").swing("0.5", 12).to("97", 5).to("103", 9), "BUY 14, CLOSE 22",
						Sketch.from("100").swing("0.6", 32)),
				of("donchian-breakout", Map.of("entry", "10", "exit", "5"),
						Sketch.from("100").swing("1", 13).to("104", 4).to("100", 6), "BUY 13, BUY 14, BUY 15, BUY 16, CLOSE 20, CLOSE 21, CLOSE 22",
						Sketch.from("100").swing("1", 13).bar("100", "104", "99.8", "101").swing("-1", 9)),
				of("bollinger-reversion", Map.of("period", "12", "rsi", "7"),
						Sketch.from("100").to("99", 16).to("95", 3).to("99.5", 8), "BUY 16, CLOSE 23",
						Sketch.from("100").to("97", 30)),
				of("macd-momentum", Map.of("fast", "4", "slow", "9", "signal", "4"),
						Sketch.from("104").to("100", 16).to("106", 9).to("102", 9), "BUY 16, CLOSE 26",
						Sketch.from("100").swing("0", 34)),
				of("multi-timeframe-trend", Map.of("length", "3"),
						Sketch.from("106").to("100", 60).to("110", 50).to("104", 30), "BUY 75, CLOSE 115",
						Sketch.from("110").to("100", 60).to("100.8", 4).to("96", 60)),
				of("volatility-breakout", Map.of("period", "8"),
						Sketch.from("100").swing("0.5", 12).bar("100", "102.4", "99.9", "102.2").to("103", 6)
							.bar("103", "103.1", "101", "101.2").to("101", 4), "BUY 12, CLOSE 19",
						Sketch.from("100").swing("0.5", 12).bar("100", "102.4", "99.9", "100.4").to("102.4", 8)),
				paired("relative-strength", Map.of("period", "10", "margin", "1"),
						Sketch.from("100").to("100.5", 15).to("104", 12).to("100", 12), "BUY 24, CLOSE 31",
						Sketch.from("100").to("106", 40), Sketch.of("REFERENCE", "50").to("53", 40)),
				paired("pair-reversion", Map.of("period", "12"),
						Sketch.from("100").to("99.6", 16).to("97", 3).to("100.4", 8), "BUY 17, CLOSE 23",
						Sketch.from("100").to("99", 27), Sketch.of("REFERENCE", "50").swing("0", 40)),
				of("sniper", Map.of("period", "12"),
						Sketch.from("100").swing("0.5", 15).bar("100.5", "100.6", "97.5", "99.9").to("103", 5), "BUY 15, CLOSE 17",
						Sketch.from("100").swing("0.5", 15).bar("100.5", "100.6", "97.5", "97.7").to("97", 5)),
				of("technician", Map.of(),
						Sketch.from("103").to("100", 22).to("104", 10).to("100", 10), "BUY 23, CLOSE 35",
						Sketch.from("100").swing("0", 42)),
				of("holder", Map.of("value", "20", "patience", "5", "discount", "2"),
						Sketch.from("100").swing("0.4", 22).to("90", 8).to("104", 26), "BUY 35, CLOSE 50, CLOSE 55",
						Sketch.from("100").swing("0.4", 22).to("94", 29)));
	}

	private static StrategyExample of(String strategy, Map<String, String> parameters, Sketch busy, String expected, Sketch quiet) {
		return example(strategy, parameters, busy, expected, quiet, List.of());
	}

	private static StrategyExample paired(String strategy, Map<String, String> parameters, Sketch busy, String expected, Sketch quiet,
			Sketch reference) {
		return example(strategy, parameters, busy, expected, quiet, reference.bars());
	}

	private static StrategyExample example(String strategy, Map<String, String> parameters, Sketch busy, String expected,
			Sketch quiet, List<Bar> reference) {
		var decimals = parameters.entrySet().stream()
			.collect(Collectors.toMap(Map.Entry::getKey, it -> new BigDecimal(it.getValue())));
		return new StrategyExample(strategy, decimals, busy.bars(), expected, quiet.bars(), reference);
	}
}
