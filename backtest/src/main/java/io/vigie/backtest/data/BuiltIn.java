package io.vigie.backtest.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings that ship with the product, at their own dates: the simulated venue replays the same ones, re-dated. */
public enum BuiltIn {

	BTC("BTC/USD", "bitstamp_trades_from_20131125_usd.csv", "100,000 trades at Bitstamp, November 2013"),
	ETH("ETH/USD", "ETH-USD-PT5M-2023-3-13_2023-3-15.json", "five-minute bars of Binance US, March 2023"),
	AAPL("AAPL", "appleinc_bars_from_20130101_usd.csv", "daily bars of 2013");

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

	private final String symbol;
	private final String resource;
	private final String description;

	BuiltIn(String symbol, String resource, String description) {
		this.symbol = symbol;
		this.resource = resource;
		this.description = description;
	}

	public static Optional<BuiltIn> of(String symbol) {
		return Arrays.stream(values()).filter(it -> it.symbol.equalsIgnoreCase(symbol)).findFirst();
	}

	public String symbol() {
		return symbol;
	}

	public MarketData read() {
		String source = symbol + ", " + description;
		try (InputStream input = BuiltIn.class.getResourceAsStream("/" + resource)) {
			if (input == null) {
				throw new BadData(resource, "is missing from the class path (artifact org.ta4j:ta4j-examples)");
			}
			return resource.endsWith(".json") ? json(input, source) : MarketFile.read(resource, input, symbol, source, false);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The bar file of ta4j's examples: an {@code ohlc} array of bars, each dated by its last millisecond. */
	private MarketData json(InputStream input, String source) {
		Timeframe timeframe = Timeframe.M5;
		List<Bar> bars = new ArrayList<>();
		for (JsonNode it : MAPPER.readTree(input).path("ohlc")) {
			Instant closeAt = Instant.ofEpochMilli(it.path("endTime").longValue() + 1);
			bars.add(new Bar(symbol, timeframe, closeAt.minus(timeframe.duration()), decimal(it, "openPrice"), decimal(it, "highPrice"),
					decimal(it, "lowPrice"), decimal(it, "closePrice"), decimal(it, "volume"), 0, 0));
		}
		return new MarketData.Bars(symbol, timeframe, List.copyOf(bars), source, List.of());
	}

	private static BigDecimal decimal(JsonNode bar, String field) {
		BigDecimal stripped = bar.path(field).decimalValue().stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
