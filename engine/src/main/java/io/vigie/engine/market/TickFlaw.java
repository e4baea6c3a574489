package io.vigie.engine.market;

/** Why a print was left out. */
public enum TickFlaw {

	/** Zero or negative. */
	BAD_PRICE,
	/** Negative. */
	BAD_SIZE,
	/** Seen before. */
	DUPLICATE,
	/** Older than what was already taken, and not seen before. */
	OUT_OF_ORDER,
	/** Far from the prices before and after it, see {@link OutlierFilter}. */
	OUTLIER
}
