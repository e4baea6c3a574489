package io.vigie.common.bot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a bot may risk; all in percent.
 *
 * @param maxPosition of the bot's equity in one symbol
 * @param stopLoss below the entry price
 * @param takeProfit above the entry price
 * @param minConfidence of a proposal
 * @param sizing how large a new position is meant to be
 * @param protections where this bot's differ from everyone's
 */
public record RiskLimits(@DefaultValue("20") @DecimalMin("0.1") @DecimalMax("100") BigDecimal maxPosition,
		@DefaultValue("2") @DecimalMin("0.05") @DecimalMax("50") BigDecimal stopLoss,
		@DefaultValue("4") @DecimalMin("0.05") @DecimalMax("500") BigDecimal takeProfit,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("100") BigDecimal minConfidence,
		@Valid @DefaultValue SizingChoice sizing, @Valid @DefaultValue ProtectionChoice protections) {

	@ConstructorBinding
	public RiskLimits {
	}

	/** Sized and protected like everyone. */
	public RiskLimits(BigDecimal maxPosition, BigDecimal stopLoss, BigDecimal takeProfit, BigDecimal minConfidence) {
		this(maxPosition, stopLoss, takeProfit, minConfidence, SizingChoice.USUAL, ProtectionChoice.USUAL);
	}
}
