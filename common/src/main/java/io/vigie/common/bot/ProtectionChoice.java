package io.vigie.common.bot;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a bot's protections differ from everyone's; what is left out is as for everyone, zero is off.
 *
 * @param cooldown bars after an exit
 * @param stopOuts that are one too many
 * @param drawdown in percent
 * @param dailyLoss in percent
 * @param symbolLoss in percent of the capital
 * @param orderRate most entries a minute of market time
 */
public record ProtectionChoice(@PositiveOrZero @Max(10_000) @Nullable Integer cooldown,
		@PositiveOrZero @Max(10_000) @Nullable Integer stopOuts, @PositiveOrZero @DecimalMax("100") @Nullable BigDecimal drawdown,
		@PositiveOrZero @DecimalMax("100") @Nullable BigDecimal dailyLoss,
		@PositiveOrZero @DecimalMax("100") @Nullable BigDecimal symbolLoss, @PositiveOrZero @Max(100_000) @Nullable Integer orderRate) {

	public static final ProtectionChoice USUAL = new ProtectionChoice(null, null, null, null, null, null);
}
