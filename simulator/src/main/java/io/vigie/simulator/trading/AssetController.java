package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.Decimals.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Tape;
import io.vigie.simulator.market.Market;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/assets}: everything that is replayed, synthetic or was injected. */
@RestController
class AssetController {

	private final Market market;

	AssetController(Market market) {
		this.market = market;
	}

	@GetMapping("/v2/assets")
	List<AssetView> list(@RequestParam(required = false) @Nullable String status,
			@RequestParam(name = "asset_class", required = false) @Nullable String assetClass,
			@RequestParam(required = false) @Nullable String exchange) {
		return market.read(it -> it.tapes().stream().map(AssetView::of).toList()).stream()
			.filter(it -> status == null || status.isEmpty() || status.equals("all") || status.equals(it.status))
			.filter(it -> assetClass == null || assetClass.isEmpty() || assetClass.equals(it.assetClass))
			.filter(it -> exchange == null || exchange.isEmpty() || exchange.equals(it.exchange))
			.toList();
	}

	@GetMapping({ "/v2/assets/{symbol}", "/v2/assets/{symbol}/{quote}" })
	AssetView get(@PathVariable String symbol, @PathVariable(required = false) @Nullable String quote) {
		String name = quote == null ? symbol : symbol + "/" + quote;
		return market.read(it -> it.resolve(name).map(AssetView::of))
			.orElseThrow(() -> Refused.notFound("asset not found for " + name));
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AssetView(UUID id, @JsonProperty("class") String assetClass, String exchange, String symbol, String name,
			String status, boolean tradable, boolean marginable, boolean shortable, boolean easyToBorrow, boolean fractionable,
			int maintenanceMarginRequirement, @Nullable String minOrderSize, @Nullable String minTradeIncrement,
			@Nullable String priceIncrement, List<String> attributes) {

		private static AssetView of(Tape tape) {
			Instrument instrument = tape.instrument();
			boolean crypto = instrument.assetClass() == AssetClass.CRYPTO;
			String least = tape.last().map(Tick::price)
				.map(it -> text(instrument.minNotional().divide(it, instrument.lotSize().scale(), RoundingMode.UP)))
				.orElse(text(instrument.lotSize()));
			return new AssetView(Exchange.assetId(instrument.symbol()), OrderView.assetClass(instrument.assetClass()),
					crypto ? "CRYPTO" : "NASDAQ", instrument.symbol(), tape.description(), "active", true, false, false, false, true,
					100, crypto ? least : null, crypto ? text(instrument.lotSize()) : null, crypto ? text(instrument.tickSize()) : null, List.of());
		}
	}
}
