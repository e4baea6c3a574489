package io.vigie.engine.ledger;

/**
 * One account of one bot in one asset.
 *
 * @param asset currency or base asset, {@code USD}, {@code BTC}, {@code AAPL}
 */
public record Account(String bot, AccountKind kind, String asset) {
}
