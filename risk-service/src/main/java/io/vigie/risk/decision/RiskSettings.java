package io.vigie.risk.decision;

import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.Terms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What applies to all bots; what each may risk stands with the bot.
 *
 * @param entry size a new position is meant to have, in percent of the bot's base
 * @param slippage allowance in percent
 * @param instruments grids and fees; the first whose pattern covers a symbol counts
 */
@Validated
@ConfigurationProperties("vigie.risk")
record RiskSettings(
		@NotNull @DecimalMin(value = "0.1", message = "must be between 0.1 and 100 percent") @DecimalMax(value = "100",
				message = "must be between 0.1 and 100 percent") BigDecimal entry,
		@NotNull @DecimalMin(value = "0", message = "must be between 0 and 50 percent") @DecimalMax(value = "50",
				message = "must be between 0 and 50 percent") BigDecimal slippage,
		@NotNull @DurationMin(seconds = 1, message = "must be at least a second") Duration stalePrice,
		@NotNull @DurationMin(seconds = 1, message = "must be at least a second") Duration lateProposal,
		@NotEmpty List<@Valid InstrumentSettings> instruments) {

	Optional<Terms> terms(String symbol) {
		return instruments.stream()
			.filter(it -> it.covers(symbol))
			.findFirst()
			.map(it -> it.terms(symbol, slippage.movePointLeft(2)));
	}

	Limits limits(RiskLimits bot) {
		return new Limits(entry.movePointLeft(2), bot.maxPosition().movePointLeft(2), bot.stopLoss().movePointLeft(2),
				bot.takeProfit().movePointLeft(2), bot.minConfidence().movePointLeft(2), stalePrice, lateProposal);
	}
}
