package io.vigie.executor.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ratio that an entry's words speak of. Believed only where the units that moved fit it, whichever way round it is told. */
record SplitRatio(BigDecimal one, BigDecimal other) {

	private static final Pattern WORDS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(?:-?for-?|:|/)\\s*(\\d{1,6}(?:\\.\\d{1,6})?)");
	private static final int UNITS = 9;

	static Optional<SplitRatio> of(String words) {
		Matcher found = WORDS.matcher(words);
		return found.find() ? Optional.of(new SplitRatio(new BigDecimal(found.group(1)), new BigDecimal(found.group(2)))) : Optional.empty();
	}

	/** What the ratio leaves over beyond the units that are there after the change. */
	Optional<BigDecimal> fraction(BigDecimal held, BigDecimal change) {
		return Stream.of(over(held, one, other), over(held, other, one)).flatMap(Optional::stream)
			.map(exact -> exact.subtract(held.add(change)))
			.filter(it -> it.signum() > 0 && it.compareTo(BigDecimal.ONE) < 0)
			.findFirst();
	}

	private static Optional<BigDecimal> over(BigDecimal held, BigDecimal to, BigDecimal from) {
		return from.signum() == 0 ? Optional.empty() : Optional.of(held.multiply(to).divide(from, UNITS, RoundingMode.HALF_EVEN));
	}
}
