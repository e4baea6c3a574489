package io.vigie.backtest.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every combination of some values of some parameters, numbered from 0; the last parameter changes fastest. */
public final class Grid {

	/** More combinations than that nobody means to try. */
	public static final int MOST = 1_000_000;

	/** No parameter at all: one combination, and it says nothing. */
	static final Grid NOTHING = new Grid(Map.of(), 1);

	private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,9})?)";
	private static final Pattern AXIS = Pattern.compile("([a-zA-Z][a-zA-Z0-9_-]{0,40})=" + NUMBER + "(?::" + NUMBER + "(?::" + NUMBER + ")?)?");

	private final Map<String, List<BigDecimal>> axes;
	private final int size;

	private Grid(Map<String, List<BigDecimal>> axes, int size) {
		this.axes = axes;
		this.size = size;
	}

	/**
	 * Reads {@code fast=5:50:5,slow=20:200:10}: from, to (included) and step, which is 1 if left out; one number stands for itself.
	 *
	 * @throws IllegalArgumentException with a sentence that names what can't be read
	 */
	public static Grid parse(String text) {
		Map<String, List<BigDecimal>> axes = new LinkedHashMap<>();
		long size = 1;
		for (String part : text.split(",", -1)) {
			Matcher axis = AXIS.matcher(part.strip());
			if (!axis.matches()) {
				throw new IllegalArgumentException("'" + part + "' is no range of a parameter, write it as fast=5:50:5");
			}
			List<BigDecimal> values = values(part, new BigDecimal(axis.group(2)), axis.group(3), axis.group(4));
			if (axes.put(axis.group(1), values) != null) {
				throw new IllegalArgumentException("'" + axis.group(1) + "' is given twice");
			}
			size *= values.size();
			if (size > MOST) {
				throw new IllegalArgumentException("More than " + MOST + " combinations are too many: widen the steps or try some at random");
			}
		}
		return new Grid(axes, (int) size);
	}

	private static List<BigDecimal> values(String part, BigDecimal from, @Nullable String until, @Nullable String by) {
		if (until == null) {
			return List.of(from);
		}
		BigDecimal to = new BigDecimal(until);
		BigDecimal step = by == null ? BigDecimal.ONE : new BigDecimal(by);
		if (step.signum() <= 0 || to.compareTo(from) < 0) {
			throw new IllegalArgumentException("'" + part + "' leads nowhere: it must rise from the first number to the second");
		}
		if (to.subtract(from).divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST)) > 0) {
			throw new IllegalArgumentException("'" + part + "' has more than " + MOST + " values");
		}
		List<BigDecimal> values = new ArrayList<>();
		for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
			values.add(value);
		}
		return values;
	}

	/** Of the parameters. */
	public Set<String> names() {
		return axes.keySet();
	}

	public int size() {
		return size;
	}

	Map<String, BigDecimal> at(int number) {
		Map<String, BigDecimal> parameters = new LinkedHashMap<>();
		int rest = number;
		int combinations = size;
		for (Map.Entry<String, List<BigDecimal>> axis : axes.entrySet()) {
			combinations /= axis.getValue().size();
			parameters.put(axis.getKey(), axis.getValue().get(rest / combinations));
			rest %= combinations;
		}
		return parameters;
	}
}
