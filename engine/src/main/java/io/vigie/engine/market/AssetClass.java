package io.vigie.engine.market;

/** What kind of thing is traded; decides hours, fractions and which order types a venue takes. */
public enum AssetClass {
	STOCK, ETF, CRYPTO
}
