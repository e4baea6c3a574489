package io.vigie.simulator.recording;

import io.vigie.engine.market.Instrument;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bar file of ta4j's examples: an {@code ohlc} array of bars, each dated by its last millisecond. */
final class JsonBars {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private JsonBars() {
	}

	static Recording read(String source, InputStream input, Instrument instrument, String description) {
		JsonNode bars = MAPPER.readTree(input).path("ohlc");
		if (bars.size() < 2) {
			throw new BadRecording(source, "holds fewer than two bars");
		}
		Duration slot = Duration.ofMillis(bars.get(1).path("endTime").longValue() - bars.get(0).path("endTime").longValue());
		List<Print> prints = new ArrayList<>(bars.size() * 4);
		Duration offset = Duration.ZERO;
		for (JsonNode bar : bars) {
			BarPrints priced = new BarPrints(decimal(bar, "openPrice"), decimal(bar, "highPrice"), decimal(bar, "lowPrice"),
					decimal(bar, "closePrice"), decimal(bar, "volume"));
			prints.addAll(priced.at(offset, slot));
			offset = offset.plus(slot);
		}
		return new Recording(instrument, description, List.copyOf(prints), offset);
	}

	private static BigDecimal decimal(JsonNode bar, String field) {
		return Row.plain(bar.path(field).decimalValue());
	}
}
