package io.vigie.risk.portfolio;

import io.vigie.common.message.PositionView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Where a bot stood when the executor last spoke of it.
 *
 * @param sequence of the bot's ledger; holds that ended up to it are part of the cash
 * @param asOf market time
 */
public record Standing(String bot, long sequence, BigDecimal capital, BigDecimal cash, BigDecimal equity,
		List<PositionView> positions, Instant asOf) {

	/** What is held of the symbol, zero where nothing is. */
	public BigDecimal holding(String symbol) {
		return positions.stream()
			.filter(it -> it.symbol().equals(symbol))
			.map(PositionView::quantity)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What the holding of the symbol is worth at its last price. */
	public BigDecimal worth(String symbol) {
		return positions.stream()
			.filter(it -> it.symbol().equals(symbol))
			.map(it -> it.quantity().multiply(it.lastPrice()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
