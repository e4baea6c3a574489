package io.vigie.engine.risk;

/**
 * What the bot did before.
 *
 * @param entriesAround entries approved within a minute of market time of the idea, before or after it
 */
public record Past(int entriesAround, TradeRecord record) {
}
