package io.vigie.executor.protect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a price from before a split means after it. */
final class OldPrice {

	/** What is paid for a unit changes by less than this without a split: entries add to a position near its price. */
	private static final BigDecimal LEAST = new BigDecimal("0.75");
	private static final BigDecimal MOST = new BigDecimal("1.33");
	private static final int DIGITS = 9;
	private static final int LEAST_DIGITS = 2;

	private OldPrice() {
	}

	/** @param paidThen per unit, when the price was decided */
	static BigDecimal asOfNow(BigDecimal price, BigDecimal paidThen, BigDecimal paidNow) {
		if (paidThen.signum() <= 0 || paidNow.signum() <= 0) {
			return price;
		}
		BigDecimal ratio = paidNow.divide(paidThen, DIGITS, RoundingMode.HALF_EVEN);
		boolean same = ratio.compareTo(LEAST) > 0 && ratio.compareTo(MOST) < 0;
		return same ? price : price.multiply(ratio).setScale(Math.max(price.stripTrailingZeros().scale(), LEAST_DIGITS), RoundingMode.HALF_UP);
	}
}
