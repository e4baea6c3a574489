package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.Decimals.text;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Tick;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Position;
import io.vigie.simulator.exchange.Tape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** A position as Alpaca shows it; a pair is written without its slash here, unlike in orders. */
record PositionView(UUID assetId, String symbol, String exchange, String assetClass, boolean assetMarginable,
		String avgEntryPrice, String qty, String qtyAvailable, String side, String marketValue, String costBasis,
		String unrealizedPl, String unrealizedPlpc, String unrealizedIntradayPl, String unrealizedIntradayPlpc,
		String currentPrice, String lastdayPrice, String changeToday) {

	private static final int RATIO_SCALE = 18;

	static PositionView of(Exchange exchange, Position position) {
		Tape tape = exchange.findTape(position.symbol()).orElseThrow();
		BigDecimal price = tape.last().map(Tick::price).orElse(BigDecimal.ZERO);
		BigDecimal previous = tape.previousClose(exchange.now()).orElse(price);
		BigDecimal value = position.quantity().multiply(price);
		BigDecimal gain = value.subtract(position.cost());
		BigDecimal today = price.subtract(previous).multiply(position.quantity());
		boolean crypto = tape.instrument().assetClass() == AssetClass.CRYPTO;
		return new PositionView(Exchange.assetId(position.symbol()), position.symbol().replace("/", ""),
				crypto ? "CRYPTO" : "NASDAQ", OrderView.assetClass(tape.instrument().assetClass()), false,
				text(position.averagePrice()), text(position.quantity()), text(exchange.available(position.symbol())), "long",
				text(value), text(position.cost()), text(gain), ratio(gain, position.cost()), text(today),
				ratio(today, previous.multiply(position.quantity())), text(price), text(previous),
				ratio(price.subtract(previous), previous));
	}

	private static String ratio(BigDecimal part, BigDecimal whole) {
		return whole.signum() == 0 ? "0" : text(part.divide(whole, RATIO_SCALE, RoundingMode.HALF_EVEN));
	}
}
