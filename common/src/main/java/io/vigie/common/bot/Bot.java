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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One trader with its own sub-ledger.
 *
 * @param name short, lower case; begins every order's client id
 * @param agent who decides; {@code rules} for a strategy of the engine, {@code collaborative} for a vote of other bots' strategies
 * @param strategy of the engine, or how votes are counted
 * @param parameters of the strategy, by name
 * @param capital in USD, booked once when the bot first appears
 * @param sources bots whose strategies vote where this one is collaborative; all that are not collaborative where none is named
 * @param reference symbol that the strategy compares its own with, where it compares
 */
public record Bot(@NotNull @Pattern(regexp = "[a-z][a-z0-9]{1,23}",
		message = "must be 2 to 24 lower-case letters and digits") String name, @DefaultValue("rules") String agent,
		@NotNull String strategy, @DefaultValue Map<String, BigDecimal> parameters, @NotEmpty List<String> symbols,
		@NotNull Timeframe timeframe, @NotNull @Positive BigDecimal capital, @Valid @DefaultValue RiskLimits risk,
		@DefaultValue List<String> sources, @Nullable String reference) {

	public static final String COLLABORATIVE = "collaborative";

	@ConstructorBinding
	public Bot {
	}

	/** Compares its symbols with no other. */
	public Bot(String name, String agent, String strategy, Map<String, BigDecimal> parameters, List<String> symbols,
			Timeframe timeframe, BigDecimal capital, RiskLimits risk, List<String> sources) {
		this(name, agent, strategy, parameters, symbols, timeframe, capital, risk, sources, null);
	}

	/** Listens to nobody. */
	public Bot(String name, String agent, String strategy, Map<String, BigDecimal> parameters, List<String> symbols,
			Timeframe timeframe, BigDecimal capital, RiskLimits risk) {
		this(name, agent, strategy, parameters, symbols, timeframe, capital, risk, List.of());
	}

	public boolean isCollaborative() {
		return agent.equals(COLLABORATIVE);
	}
}
