package io.vigie.executor.portfolio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What trading costs by our own reckoning, whatever the broker charges: paper accounts charge nothing.
 *
 * @param cryptoMaker percent of the notional for an order that waited
 * @param cryptoTaker percent of the notional for an order that did not
 * @param stock percent of the notional
 * @param flat per filled order, in the account's currency; a model of its own, never added to the others
 */
@ConfigurationProperties("vigie.executor.costs")
@Validated
record CostSettings(@NotNull @PositiveOrZero @DecimalMax("100") BigDecimal cryptoMaker,
		@NotNull @PositiveOrZero @DecimalMax("100") BigDecimal cryptoTaker, @NotNull @PositiveOrZero @DecimalMax("100") BigDecimal stock,
		@NotNull @PositiveOrZero BigDecimal flat) {
}
