package io.vigie.sentinel.feed;

import io.vigie.engine.market.Timeframe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is followed.
 *
 * @param symbols besides those of the bots
 * @param history market time a first start looks back
 * @param gap the longest absence, in market time, that is made good print by print
 * @param quotesEvery wall time between two quotes of a symbol
 * @param outlierPercent largest step between two prints that is believed at once, in percent; zero believes all
 * @param outlierConfirmations prints that must follow near one beyond that
 */
@ConfigurationProperties("vigie.sentinel.feed")
@Validated
record FeedSettings(
		@NotNull @Size(max = 10_000) @Pattern(regexp = "(" + FeedSettings.SYMBOL + "( *, *" + FeedSettings.SYMBOL
				+ ")*)?",
				message = "must be symbols such as AAPL or BTC/USD between commas") String symbols,
		@NotEmpty Set<@NotNull Timeframe> timeframes,
				@NotNull @DurationMin(minutes = 1) @DurationMax(days = 60) Duration history,
		@NotNull @DurationMin(minutes = 1) @DurationMax(days = 60) Duration gap,
		boolean quotes, @NotNull @DurationMin(millis = 0) Duration quotesEvery,
		@NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal outlierPercent, @Min(1) @Max(100) int outlierConfirmations) {

	private static final String SYMBOL = "[A-Z0-9.]{1,12}(/[A-Z]{2,8})?";

	List<String> named() {
		return Stream.of(symbols.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
	}
}
