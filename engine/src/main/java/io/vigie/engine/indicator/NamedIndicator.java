package io.vigie.engine.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An indicator as people write it in rules, such as {@code bollinger_lower(20, 2)}.
 *
 * @param arguments their names, in order
 * @param meaning for the documentation
 */
public record NamedIndicator(String name, List<String> arguments, String meaning, Function<List<BigDecimal>, Indicator> start) {

	private static final List<NamedIndicator> ALL = List.of(
			price("open", "first price of the bar", Indicators::open), price("high", "highest price", Indicators::high),
			price("low", "lowest price", Indicators::low), price("close", "last price", Indicators::close),
			price("volume", "traded volume", Indicators::volume),
			price("range", "high less low, the gap from the close before included", Indicators::range),
			over("sma", "plain average of closes", Indicators::sma), over("ema", "exponential average of closes", Indicators::ema),
			over("rsi", "Wilder's relative strength index, 0 to 100", Indicators::rsi),
			over("atr", "Wilder's average true range", Indicators::atr), over("highest", "highest high", Indicators::highest),
			over("lowest", "lowest low", Indicators::lowest), over("deviation", "standard deviation of closes", Indicators::deviation),
			over("change", "change of the close over the period, in percent", Indicators::rateOfChange),
			over("stochastic", "place of the close between lowest low (0) and highest high (100)", Indicators::stochastic),
			over("efficiency", "distance over way, 0 to 1", Indicators::efficiency),
			over("average_volume", "plain average of volumes", Indicators::averageVolume),
			new NamedIndicator("macd", List.of("fast", "slow"), "fast exponential average less the slow one",
					it -> Indicators.macd(whole(it, 0), whole(it, 1))),
			new NamedIndicator("macd_signal", List.of("fast", "slow", "signal"), "exponential average of the MACD",
					it -> Indicators.macdSignal(whole(it, 0), whole(it, 1), whole(it, 2))),
			new NamedIndicator("bollinger_lower", List.of("period", "deviations"), "average less so many standard deviations",
					it -> Indicators.bollingerLower(whole(it, 0), it.get(1).doubleValue())),
			new NamedIndicator("bollinger_upper", List.of("period", "deviations"), "average and so many standard deviations",
					it -> Indicators.bollingerUpper(whole(it, 0), it.get(1).doubleValue())));

	public static List<NamedIndicator> all() {
		return ALL;
	}

	public static Optional<NamedIndicator> named(String name) {
		return ALL.stream().filter(it -> it.name.equals(name)).findFirst();
	}

	/** As it is written: the name and what goes into the brackets. */
	public String form() {
		return arguments.isEmpty() ? name : name + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
	}

	/** Names of all, for sentences. */
	public static String names() {
		return ALL.stream().map(NamedIndicator::form).collect(Collectors.joining(", "));
	}

	private static NamedIndicator price(String name, String meaning, Supplier<Indicator> start) {
		return new NamedIndicator(name, List.of(), meaning, _ -> start.get());
	}

	private static NamedIndicator over(String name, String meaning, IntFunction<Indicator> start) {
		return new NamedIndicator(name, List.of("period"), meaning, it -> start.apply(whole(it, 0)));
	}

	private static int whole(List<BigDecimal> arguments, int number) {
		BigDecimal value = arguments.get(number);
		try {
			return value.intValueExact();
		}
		catch (ArithmeticException e) {
			throw new IllegalArgumentException("A period must be a whole number of bars, not " + value.toPlainString(), e);
		}
	}
}
