package io.vigie.engine.risk;

import java.math.BigDecimal;

/**
 * When a bot's own past stops it from buying. Spans are in bars of the bot's timeframe, fractions of one; a zero switches the
 * protection off that it belongs to.
 *
 * @param cooldown bars after an exit in which the symbol is not bought again
 * @param stopOuts losing stop-outs within {@code stopOutBars} after which nothing is bought for as long
 * @param drawdown fall from the highest equity within {@code drawdownBars}, given {@code drawdownTrades} closed meanwhile, after
 *   which nothing is bought for as long
 * @param dailyLoss of the equity that the market's day (UTC) began with, after which nothing is bought that day
 * @param symbolLoss of the capital, lost in one symbol within {@code symbolBars} by {@code symbolTrades} or more, after which the
 *   symbol is not bought for {@code symbolLock} bars
 */
public record ProtectionLimits(int cooldown, int stopOuts, int stopOutBars, BigDecimal drawdown, int drawdownBars,
		int drawdownTrades, BigDecimal dailyLoss, BigDecimal symbolLoss, int symbolBars, int symbolTrades, int symbolLock) {
}
