package io.vigie.simulator.recording;

import io.vigie.backtest.data.BuiltIn;
import io.vigie.backtest.data.MarketFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads everything the simulated venue lists, as a backtest reads it. */
public final class Recordings {

	private Recordings() {
	}

	/** The three recordings that ship with the product; see {@code recordings/NOTICE}. */
	public static List<Recording> builtIn() {
		return List.of(of(BuiltIn.BTC, "Bitcoin / US Dollar (recorded at Bitstamp, November 2013)"),
				of(BuiltIn.ETH, "Ethereum / US Dollar (recorded at Binance US, March 2023)"),
				of(BuiltIn.AAPL, "Apple Inc. (daily bars of 2013, a quarter of an hour each)"));
	}

	/** @param files path by symbol */
	public static List<Recording> ofFiles(Map<String, Path> files) {
		return files.entrySet().stream()
			.map(it -> Performance.of(Recording.instrument(it.getKey()), it.getKey() + " (recorded in " + it.getValue().getFileName() + ")",
					() -> MarketFile.read(it.getValue(), it.getKey(), false)))
			.toList();
	}

	/** @param seeds seed by symbol */
	public static List<Recording> synthetic(Map<String, Long> seeds) {
		return seeds.entrySet().stream()
			.map(it -> RandomWalk.of(Recording.instrument(it.getKey()), it.getValue()))
			.toList();
	}

	private static Recording of(BuiltIn recording, String description) {
		return Performance.of(Recording.instrument(recording.symbol()), description, recording::read);
	}
}
