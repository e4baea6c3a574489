package io.vigie.common.bot;

import io.vigie.engine.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One trader with its own sub-ledger.
 *
 * @param name short, lower case; begins every order's client id
 * @param agent who decides; {@code rules} for a strategy of the engine
 * @param parameters of the strategy, by name
 * @param capital in USD, booked once when the bot first appears
 */
public record Bot(@NotNull @Pattern(regexp = "[a-z][a-z0-9]{1,23}",
		message = "must be 2 to 24 lower-case letters and digits") String name, @DefaultValue("rules") String agent,
		@NotNull String strategy, @DefaultValue Map<String, BigDecimal> parameters, @NotEmpty List<String> symbols,
		@NotNull Timeframe timeframe, @NotNull @Positive BigDecimal capital, @Valid @DefaultValue RiskLimits risk) {
}
