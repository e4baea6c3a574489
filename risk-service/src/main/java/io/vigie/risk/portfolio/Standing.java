package io.vigie.risk.portfolio;

import io.vigie.common.message.PortfolioChanged;
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

	public static Standing of(PortfolioChanged it) {
		return new Standing(it.bot(), it.sequence(), it.capital(), it.cash(), it.equity(), it.positions(), it.asOf());
	}

	/** What was held here and no longer is there. */
	public List<String> soldOut(Standing later) {
		return positions.stream()
			.filter(it -> it.quantity().signum() > 0 && later.holding(it.symbol()).signum() <= 0)
			.map(PositionView::symbol)
			.toList();
	}

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
