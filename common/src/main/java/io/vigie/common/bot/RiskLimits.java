package io.vigie.common.bot;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a bot may risk; all in percent.
 *
 * @param maxPosition of the bot's equity in one symbol
 * @param stopLoss below the entry price
 * @param takeProfit above the entry price
 * @param minConfidence of a proposal
 */
public record RiskLimits(@DefaultValue("20") @DecimalMin("0.1") @DecimalMax("100") BigDecimal maxPosition,
		@DefaultValue("2") @DecimalMin("0.05") @DecimalMax("50") BigDecimal stopLoss,
		@DefaultValue("4") @DecimalMin("0.05") @DecimalMax("500") BigDecimal takeProfit,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("100") BigDecimal minConfidence) {
}
