package io.vigie.simulator.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads everything the simulated venue lists. */
public final class Recordings {

	private Recordings() {
	}

	/** The three recordings that ship with the product; see {@code recordings/NOTICE}. */
	public static List<Recording> builtIn() {
		return List.of(
				csv("bitstamp_trades_from_20131125_usd.csv", "BTC/USD", "Bitcoin / US Dollar (recorded at Bitstamp, November 2013)"),
				json("ETH-USD-PT5M-2023-3-13_2023-3-15.json", "ETH/USD", "Ethereum / US Dollar (recorded at Binance US, March 2023)"),
				csv("appleinc_bars_from_20130101_usd.csv", "AAPL", "Apple Inc. (daily bars of 2013, a quarter of an hour each)"));
	}

	/** @param files path by symbol */
	public static List<Recording> ofFiles(Map<String, Path> files) {
		List<Recording> recordings = new ArrayList<>();
		files.forEach((symbol, path) -> {
			try (InputStream input = Files.newInputStream(path)) {
				recordings.add(new CsvFile(path.toString(), input).toRecording(Recording.instrument(symbol),
						symbol + " (recorded in " + path.getFileName() + ")"));
			}
			catch (NoSuchFileException _) {
				throw new BadRecording(path.toString(), "there is no such file");
			}
			catch (IOException e) {
				throw new BadRecording(path.toString(), "can't be read: " + e.getMessage());
			}
		});
		return List.copyOf(recordings);
	}

	/** @param seeds seed by symbol */
	public static List<Recording> synthetic(Map<String, Long> seeds) {
		return seeds.entrySet().stream()
			.map(it -> RandomWalk.of(Recording.instrument(it.getKey()), it.getValue()))
			.toList();
	}

	private static Recording csv(String resource, String symbol, String description) {
		try (InputStream input = open(resource)) {
			return new CsvFile(resource, input).toRecording(Recording.instrument(symbol), description);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Recording json(String resource, String symbol, String description) {
		try (InputStream input = open(resource)) {
			return JsonBars.read(resource, input, Recording.instrument(symbol), description);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static InputStream open(String resource) {
		InputStream input = Recordings.class.getResourceAsStream("/" + resource);
		if (input == null) {
			throw new BadRecording(resource, "is missing from the class path (artifact org.ta4j:ta4j-examples)");
		}
		return input;
	}
}
