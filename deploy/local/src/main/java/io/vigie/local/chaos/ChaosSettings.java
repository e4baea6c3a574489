package io.vigie.local.chaos;

import io.vigie.local.setting.Beside;
import io.vigie.local.setting.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a platform is told that is there to be broken: the recorded market, the usual bots, and many that never rest. */
public final class ChaosSettings {

	public static final String FOLDER = ".vigie/chaos";

	public static final String BOTS = "bots.yaml";

	private static final String DATA = FOLDER + "/platform";

	private static final int RESTLESS = 8;

	private static final int USUAL_SPEED = 60;

	private ChaosSettings() {
	}

	public static Settings of(Map<String, String> user, Path root, ChaosOptions options) {
		Map<String, String> more = new HashMap<>();
		more.put("VIGIE_TRADERS_FILE", "file:" + root.toAbsolutePath().normalize().resolve(DATA).resolve(BOTS));
		more.put("VIGIE_REPLAY_SPEED", Integer.toString(options.speed()));
		more.put("VIGIE_SYNTHETIC", synthetic(options.seed()));
		more.put("VIGIE_SIMULATOR_CASH", "1000000");
		more.put("VIGIE_SIMULATOR_RATE_LIMIT", "1000000");
		// What is old in the market is told by its clock, which runs as fast as the replay.
		more.put("VIGIE_RISK_STALE_PRICE", Math.max(15, 15 * options.speed() / USUAL_SPEED) + "m");
		// Bots that never rest would be stopped by what protects from losing: here they are to go on.
		for (String each : new String[] {"COOLDOWN", "STOP_OUTS", "DRAWDOWN", "DAILY_LOSS", "SYMBOL_LOSS", "ORDER_RATE"}) {
			more.put("VIGIE_RISK_" + each, "0");
		}
		return Beside.settings(user, DATA, more);
	}

	/** The usual three, and restless ones with tight stops: in for some minutes of the market, out for as many, out of step. */
	public static String bots() {
		StringBuilder yaml = new StringBuilder("""
				vigie:
				  bots:
				    - {name: trend, strategy: sma-cross, parameters: {fast: 10, slow: 20}, symbols: [BTC/USD], timeframe: 1m, capital: 25000}
				    - {name: reversion, strategy: rsi-reversion, parameters: {period: 14, oversold: 30, overbought: 70}, symbols: [ETH/USD], timeframe: 5m, capital: 25000}
				    - {name: breakout, strategy: donchian-breakout, parameters: {entry: 20, exit: 10}, symbols: [AAPL], timeframe: 15m, capital: 25000}
				""");
		for (int i = 1; i <= RESTLESS; i++) {
			yaml.append("    - {name: restless%d, strategy: every-bar, parameters: {stay: %d, phase: %d}, symbols: [%s], timeframe: 1m, capital: 25000, risk: {stop-loss: 0.4, take-profit: 0.6}}%n"
					.formatted(i, 3 + i % 3, i, symbol(i)));
		}
		return yaml.toString();
	}

	private static String synthetic(long seed) {
		StringBuilder text = new StringBuilder();
		for (int i = 1; i <= RESTLESS; i++) {
			text.append(i == 1 ? "" : ",").append(symbol(i)).append(':').append(Math.floorMod(seed, 1_000_000_000) * 100L + i);
		}
		return text.toString();
	}

	/** Half of them shares, half of them coins: their orders and fees differ. */
	private static String symbol(int number) {
		return number % 2 == 0 ? "CHAOS" + number : "CHAOS" + number + "/USD";
	}
}
