package io.vigie.simulator.market;

import io.vigie.engine.venue.Depth;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.Slippage;
import io.vigie.simulator.exchange.Dialect;
import io.vigie.simulator.exchange.Rules;
import io.vigie.simulator.recording.Recording;
import io.vigie.simulator.recording.Recordings;
import io.vigie.simulator.setting.Variables;
import io.vigie.simulator.setting.WrongSetting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is traded and how fast.
 *
 * @param speed market seconds per wall second
 * @param compactAbove journal size that makes a snapshot due, in bytes
 * @param paused whether market time waits to be resumed or moved by hand
 */
record MarketSettings(Path data, Instant start, BigDecimal speed, boolean paused, List<Recording> recordings, Rules rules,
		Dialect dialect, long compactAbove) {

	private static final String SYMBOL = "[A-Z0-9.]{1,12}(/USD)?";

	static MarketSettings of(Variables variables, Clock clock) {
		Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
		Instant start = variables.instant("VIGIE_REPLAY_START").orElse(today);
		if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
			throw new WrongSetting("VIGIE_REPLAY_START", start.toString(), "on a whole minute");
		}
		return new MarketSettings(Path.of(variables.text("VIGIE_SIMULATOR_DATA", ".vigie/simulator")), start,
				variables.decimal("VIGIE_REPLAY_SPEED", "60", "0.001"), variables.flag("VIGIE_REPLAY_PAUSED", false),
				recordings(variables),
				rules(variables), dialect(variables), variables.number("VIGIE_SIMULATOR_JOURNAL_MB", 32, 1, 4096) * 1024L * 1024L);
	}

	/** Enough of the recordings to notice others. */
	Map<String, String> fingerprint() {
		Map<String, String> prints = new LinkedHashMap<>();
		recordings.forEach(it -> prints.put(it.symbol(), it.prints().size() + " prints, " + it.length() + ", "
				+ Integer.toHexString(it.prints().hashCode())));
		return prints;
	}

	private static List<Recording> recordings(Variables variables) {
		List<Recording> recordings = new ArrayList<>();
		if (variables.flag("VIGIE_REPLAY_BUILT_IN", true)) {
			recordings.addAll(Recordings.builtIn());
		}
		Map<String, Path> files = new LinkedHashMap<>();
		variables.pairs("VIGIE_REPLAY_FILES", '=', "SYMBOL=path pairs between commas, such as MSFT=msft.csv")
			.forEach((symbol, path) -> files.put(symbol("VIGIE_REPLAY_FILES", symbol), Path.of(path)));
		recordings.addAll(Recordings.ofFiles(files));
		recordings.addAll(Recordings.synthetic(synthetic(variables)));
		List<String> symbols = recordings.stream().map(Recording::symbol).toList();
		symbols.stream().filter(it -> symbols.indexOf(it) != symbols.lastIndexOf(it)).findFirst().ifPresent(it -> {
			throw new WrongSetting("VIGIE_REPLAY_FILES", it, "free of symbols that are replayed already");
		});
		return List.copyOf(recordings);
	}

	private static Map<String, Long> synthetic(Variables variables) {
		String name = "VIGIE_SYNTHETIC";
		Map<String, Long> seeds = new LinkedHashMap<>();
		if (variables.find(name).filter(it -> it.matches("\\d+")).isPresent()) {
			int count = variables.number(name, 0, 0, 500);
			for (int i = 1; i <= count; i++) {
				seeds.put("SIM" + i, (long) i);
			}
			return seeds;
		}
		variables.pairs(name, ':', "a count, or SYMBOL:seed pairs between commas, such as SIM1:42,SIM2/USD:7").forEach((symbol, seed) -> {
			if (!seed.matches("-?\\d{1,18}")) {
				throw new WrongSetting(name, symbol + ":" + seed, "SYMBOL:seed with a whole number as seed");
			}
			seeds.put(symbol(name, symbol), Long.parseLong(seed));
		});
		return seeds;
	}

	private static String symbol(String variable, String symbol) {
		if (!symbol.matches(SYMBOL)) {
			throw new WrongSetting(variable, symbol, "symbols such as MSFT or SOL/USD");
		}
		return symbol;
	}

	private static Dialect dialect(Variables variables) {
		String name = "VIGIE_SIMULATOR_IDS";
		String text = variables.text(name, Dialect.ALPACA.wire());
		return Arrays.stream(Dialect.values()).filter(it -> it.wire().equals(text)).findFirst()
			.orElseThrow(() -> new WrongSetting(name, text, "alpaca or binance"));
	}

	private static Rules rules(Variables variables) {
		Slippage slippage = new Slippage.BasisPoints(variables.decimal("VIGIE_SLIPPAGE_BPS", "1", "0"));
		Depth depth = variables.find("VIGIE_VOLUME_SHARE").isEmpty() ? Depth.UNLIMITED
				: new Depth.VolumeShare(variables.decimal("VIGIE_VOLUME_SHARE", "1", "0.0001"));
		BigDecimal crypto = variables.decimal("VIGIE_CRYPTO_FEE_PERCENT", "0.25", "0").movePointLeft(2);
		return new Rules(variables.decimal("VIGIE_SIMULATOR_CASH", "100000", "1"), slippage, new OrderMatcher(slippage, depth),
				new FeeModel.MakerTaker(crypto, crypto), new FeeModel.Flat(variables.decimal("VIGIE_STOCK_FEE", "0", "0")),
				variables.flag("VIGIE_CRYPTO_BRACKETS", true));
	}
}
