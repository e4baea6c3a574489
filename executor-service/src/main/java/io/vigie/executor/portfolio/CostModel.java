package io.vigie.executor.portfolio;

import io.vigie.engine.order.OrderType;
import io.vigie.engine.venue.Execution;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Liquidity;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Two ways to reckon what fills would have cost: as a venue charges, and a flat fee for every order. */
@Component
@EnableConfigurationProperties(CostSettings.class)
class CostModel {

	private static final int PERCENT = 2;

	private final FeeModel crypto;
	private final FeeModel stock;
	private final FeeModel flat;

	CostModel(CostSettings settings) {
		this.crypto = new FeeModel.MakerTaker(settings.cryptoMaker().movePointLeft(PERCENT), settings.cryptoTaker().movePointLeft(PERCENT));
		this.stock = new FeeModel.MakerTaker(settings.stock().movePointLeft(PERCENT), settings.stock().movePointLeft(PERCENT));
		this.flat = new FeeModel.Flat(settings.flat());
	}

	/** What a venue takes for fills of one kind of order, all together. */
	BigDecimal asVenue(String symbol, OrderType type, BigDecimal notional) {
		return (Symbols.isCrypto(symbol) ? crypto : stock).fee(execution(type, notional));
	}

	/** A fee per order that filled, however often. */
	BigDecimal flat(long orders) {
		return flat.worst(BigDecimal.ZERO).multiply(BigDecimal.valueOf(orders));
	}

	/** Only a limit order waits in the book. */
	private static Execution execution(OrderType type, BigDecimal notional) {
		return new Execution(notional, BigDecimal.ONE, type == OrderType.LIMIT ? Liquidity.MAKER : Liquidity.TAKER);
	}
}
