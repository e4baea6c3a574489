package io.vigie.simulator.recording;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Plays a bar as four prints in the order that its body suggests: open, low, high, close if it closed up, else open,
 * high, low, close. Each carries a quarter of the volume; the first stands at the beginning of the slot, the last a
 * second before its end, so that bars built from the prints are the recorded ones.
 */
record BarPrints(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {

	private static final BigDecimal QUARTER = new BigDecimal("0.25");

	List<Print> at(Duration begin, Duration slot) {
		boolean up = close.compareTo(open) >= 0;
		BigDecimal size = plain(volume.multiply(QUARTER));
		return List.of(new Print(begin, open, size),
				new Print(begin.plus(slot.dividedBy(3)), up ? low : high, size),
				new Print(begin.plus(slot.multipliedBy(2).dividedBy(3)), up ? high : low, size),
				new Print(begin.plus(slot).minusSeconds(1), close, size));
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
