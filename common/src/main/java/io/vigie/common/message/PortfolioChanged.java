package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The one truth about a bot's account.
 *
 * @param sequence rises by one with every change of this bot's ledger
 * @param capital what the bot was given
 * @param cash settled, holds not subtracted
 * @param held set aside for orders in flight
 * @param equity cash and positions at their last price
 * @param realised profit and loss before fees, since the beginning
 * @param asOf market time
 */
@JsonTypeName("portfolio-changed")
public record PortfolioChanged(String bot, long sequence, String currency, BigDecimal capital, BigDecimal cash,
		BigDecimal held, BigDecimal positionsValue, BigDecimal equity, BigDecimal realised, BigDecimal fees,
		List<PositionView> positions, Instant asOf) implements PortfolioMessage {
}
