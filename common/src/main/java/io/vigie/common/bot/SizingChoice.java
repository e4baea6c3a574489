package io.vigie.common.bot;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a bot's new positions are meant to be; all in percent but ranges and trades.
 *
 * @param fraction of what the bot has; risk's own default where none is given. Also what a policy falls back to
 * @param risk for {@code volatility}: part of what the bot has that a stop-out may lose
 * @param ranges for {@code volatility}: distance of the stop in average true ranges
 * @param kelly for {@code kelly}: share of the full Kelly fraction, capped at {@code fraction}
 * @param leastTrades for {@code kelly}: how many trades it takes to go by them
 */
public record SizingChoice(@DefaultValue("fixed") Policy policy,
		@DecimalMin("0.1") @DecimalMax("100") @Nullable BigDecimal fraction,
		@DefaultValue("1") @DecimalMin("0.01") @DecimalMax("20") BigDecimal risk,
		@DefaultValue("2") @DecimalMin("0.1") @DecimalMax("50") BigDecimal ranges,
		@DefaultValue("50") @DecimalMin("1") @DecimalMax("100") BigDecimal kelly, @DefaultValue("30") @Min(1) int leastTrades) {

	public static final SizingChoice USUAL = new SizingChoice(Policy.FIXED, null, BigDecimal.ONE, BigDecimal.TWO,
			BigDecimal.valueOf(50), 30);

	public enum Policy {
		FIXED, VOLATILITY, CONFIDENCE, KELLY
	}
}
