package io.vigie.risk.protection;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.ProtectionChoice;
import io.vigie.engine.risk.ProtectionLimits;
import io.vigie.engine.risk.Protections;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Everyone's protections; spans in bars, losses in percent, zero is off. A bot's own file may differ. */
@Validated
@ConfigurationProperties("vigie.risk.protection")
record ProtectionSettings(@Min(value = 0, message = "must not be negative") @Max(10_000) int cooldown,
		@Min(value = 0, message = "must not be negative") @Max(10_000) int stopOuts,
		@Min(value = 1, message = "must be at least one bar") @Max(10_000) int stopOutBars,
		@NotNull @DecimalMin(value = "0", message = "must be between 0 and 100 percent") @DecimalMax(value = "100",
				message = "must be between 0 and 100 percent") BigDecimal drawdown,
		@Min(value = 1, message = "must be at least one bar") @Max(10_000) int drawdownBars,
		@Min(value = 0, message = "must not be negative") @Max(10_000) int drawdownTrades,
		@NotNull @DecimalMin(value = "0", message = "must be between 0 and 100 percent") @DecimalMax(value = "100",
				message = "must be between 0 and 100 percent") BigDecimal dailyLoss,
		@NotNull @DecimalMin(value = "0", message = "must be between 0 and 100 percent") @DecimalMax(value = "100",
				message = "must be between 0 and 100 percent") BigDecimal symbolLoss,
		@Min(value = 1, message = "must be at least one bar") @Max(10_000) int symbolBars,
		@Min(value = 1, message = "must be at least one trade") @Max(10_000) int symbolTrades,
		@Min(value = 1, message = "must be at least one bar") @Max(10_000) int symbolLock) {

	Protections of(Bot bot) {
		ProtectionChoice own = bot.risk().protections();
		return new Protections(new ProtectionLimits(either(own.cooldown(), cooldown), either(own.stopOuts(), stopOuts), stopOutBars,
				either(own.drawdown(), drawdown).movePointLeft(2), drawdownBars, drawdownTrades,
				either(own.dailyLoss(), dailyLoss).movePointLeft(2), either(own.symbolLoss(), symbolLoss).movePointLeft(2), symbolBars,
				symbolTrades, symbolLock), bot.timeframe());
	}

	private static <T> T either(@Nullable T own, T everyones) {
		return own == null ? everyones : own;
	}
}
