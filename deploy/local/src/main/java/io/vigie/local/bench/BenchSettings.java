package io.vigie.local.bench;

import io.vigie.local.setting.Beside;
import io.vigie.local.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a platform is told that is only there to be measured: ports of its own, no recordings, bots that trade every bar. */
public final class BenchSettings {

	public static final String DATA = ".vigie/bench";

	public static final String BOTS = "bots.yaml";

	private static final int SYMBOLS_PER_BOT = 4;

	private BenchSettings() {
	}

	/** The user's environment without what would point to the user's own platform or broker. */
	public static Settings of(Map<String, String> user, Path root) {
		Map<String, String> environment = new HashMap<>();
		environment.put("VIGIE_TRADERS_FILE", "file:" + root.toAbsolutePath().normalize().resolve(DATA).resolve(BOTS));
		environment.put("VIGIE_TIMEFRAMES", "1s");
		environment.put("VIGIE_HISTORY", "1h");
		environment.put("VIGIE_REPLAY_BUILT_IN", "false");
		environment.put("VIGIE_REPLAY_SPEED", "1");
		environment.put("VIGIE_SIMULATOR_CASH", "1000000000");
		environment.put("VIGIE_SIMULATOR_RATE_LIMIT", "10000000");
		environment.put("VIGIE_RISK_ENTRY", "1");
		// Bots that buy and leave every second would be stopped by what protects from just that.
		for (String each : new String[] {"COOLDOWN", "STOP_OUTS", "DRAWDOWN", "DAILY_LOSS", "SYMBOL_LOSS", "ORDER_RATE"}) {
			environment.put("VIGIE_RISK_" + each, "0");
		}
		environment.put("VIGIE_LOG_LEVEL", "WARN");
		return Beside.settings(user, DATA, environment);
	}

	/** As many as there are signals a second: each symbol closes one bar a second. */
	static List<String> symbols(int rate) {
		List<String> symbols = new ArrayList<>();
		for (int i = 1; i <= rate; i++) {
			symbols.add("BENCH%03d/USD".formatted(i));
		}
		return symbols;
	}

	/**
	 * Some symbols a bot, so that bots have several orders under way, as they do in life; not all bots at the same bar, nor a bot's symbols
	 * one right after the other: orders come as evenly as the echo's messages.
	 */
	public static String bots(BenchOptions options) {
		StringBuilder yaml = new StringBuilder("vigie:\n  bots:\n");
		List<String> symbols = symbols(options.rate());
		int bots = Math.ceilDiv(symbols.size(), SYMBOLS_PER_BOT);
		for (int bot = 0; bot < bots; bot++) {
			String own = IntStream.iterate(bot, it -> it < symbols.size(), it -> it + bots).mapToObj(symbols::get).collect(Collectors.joining(", "));
			yaml.append(("    - {name: bench%d, strategy: every-bar, parameters: {stay: %d, phase: %d}, timeframe: 1s, capital: 1000000,"
					+ " symbols: [%s]}%n").formatted(bot + 1, options.stay(), bot, own));
		}
		return yaml.toString();
	}
}
