package io.vigie.engine.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is out in the market already, in quote currency: positions at their last price, and cash held for entries in flight.
 *
 * @param equity of all bots together
 * @param symbol in the idea's symbol, by whichever bot
 * @param bot by the idea's bot, in whatever
 * @param assetClass in that kind of thing, by whichever bot
 * @param sector the symbol's sector, where one is known
 * @param inSector in that sector, by whichever bot; zero where none is known
 * @param all everything, by everyone
 */
public record Exposure(BigDecimal equity, BigDecimal symbol, BigDecimal bot, BigDecimal assetClass, @Nullable String sector,
		BigDecimal inSector, BigDecimal all) {
}
