package io.vigie.risk.decision;

import io.vigie.common.bot.RiskLimits;
import io.vigie.common.bot.SizingChoice;
import io.vigie.engine.market.AssetClass;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.risk.Terms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What applies to all bots; what each may risk stands with the bot.
 *
 * @param entry size a new position is meant to have, in percent of the bot's base
 * @param slippage allowance in percent
 * @param priceCollar in percent; zero is off
 * @param orderRate entries of a bot a minute of market time; zero is off
 * @param sectors {@code SYMBOL:sector}
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
		@NotNull @DecimalMin(value = "0", message = "must be between 0 and 100 percent") @DecimalMax(value = "100",
				message = "must be between 0 and 100 percent") BigDecimal priceCollar,
		@Min(value = 0, message = "must not be negative") @Max(value = 100_000, message = "must not be above 100000") int orderRate,
		@NotNull @Valid ExposureSettings exposure,
		@NotNull List<@Pattern(regexp = "[^:\\s]+:[^:\\s]+", message = "must be written SYMBOL:sector") String> sectors,
		@NotEmpty List<@Valid InstrumentSettings> instruments) {

	Optional<Terms> terms(String symbol) {
		return instruments.stream()
			.filter(it -> it.covers(symbol))
			.findFirst()
			.map(it -> it.terms(symbol, slippage.movePointLeft(2)));
	}

	/** None where nobody knows how the symbol is traded. */
	@Nullable AssetClass assetClass(String symbol) {
		return terms(symbol).map(it -> it.instrument().assetClass()).orElse(null);
	}

	@Nullable String sector(String symbol) {
		String prefix = symbol + ":";
		return sectors.stream().filter(it -> it.startsWith(prefix)).map(it -> it.substring(prefix.length())).findFirst().orElse(null);
	}

	Limits limits(RiskLimits bot) {
		return new Limits(sizing(bot.sizing()), bot.maxPosition().movePointLeft(2), bot.stopLoss().movePointLeft(2),
				bot.takeProfit().movePointLeft(2), bot.minConfidence().movePointLeft(2), stalePrice, lateProposal,
				priceCollar.movePointLeft(2), Objects.requireNonNullElse(bot.protections().orderRate(), orderRate), exposure.limits());
	}

	private SizingPolicy sizing(SizingChoice choice) {
		SizingPolicy.FixedFraction fixed = new SizingPolicy.FixedFraction(Objects.requireNonNullElse(choice.fraction(), entry).movePointLeft(2));
		return switch (choice.policy()) {
			case FIXED -> fixed;
			case VOLATILITY -> new SizingPolicy.Volatility(choice.risk().movePointLeft(2), choice.ranges(), fixed);
			case CONFIDENCE -> new SizingPolicy.ConfidenceScaled(fixed.fraction());
			case KELLY -> new SizingPolicy.CappedKelly(choice.kelly().movePointLeft(2), choice.leastTrades(), fixed);
		};
	}
}
