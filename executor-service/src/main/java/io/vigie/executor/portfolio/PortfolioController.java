package io.vigie.executor.portfolio;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PositionView;
import io.vigie.common.sql.Plain;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/trading")
class PortfolioController {

	private final Portfolios portfolios;
	private final Profits profits;
	private final JdbcClient jdbc;

	PortfolioController(Portfolios portfolios, Profits profits, JdbcClient jdbc) {
		this.portfolios = portfolios;
		this.profits = profits;
		this.jdbc = jdbc;
	}

	/** Each with what it made of its capital, with fees and without. */
	@GetMapping("/portfolio")
	List<Owned> portfolio(@RequestParam(required = false) @Nullable String bot) {
		Map<String, Profit> made = new HashMap<>();
		profits.now(bot).forEach(it -> made.put(it.bot(), it));
		return found(bot).stream().map(it -> new Owned(it, made.get(it.bot()))).toList();
	}

	@GetMapping("/pnl")
	List<Profit> pnl(@RequestParam(required = false) @Nullable String bot) {
		found(bot);
		return profits.now(bot);
	}

	private List<PortfolioChanged> found(@Nullable String bot) {
		List<PortfolioChanged> found = portfolios.now(bot);
		if (bot != null && found.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No bot is named '" + bot + "'");
		}
		return found;
	}

	@GetMapping("/positions")
	List<Held> positions(@RequestParam(required = false) @Nullable String bot) {
		Map<String, Cover> covers = covers();
		return found(bot).stream()
			.flatMap(portfolio -> portfolio.positions().stream()
				.map(it -> Held.of(portfolio.bot(), it, covers.getOrDefault(portfolio.bot() + " " + it.symbol(), Cover.NONE))))
			.toList();
	}

	/** By bot and symbol. */
	private Map<String, Cover> covers() {
		Map<String, Cover> covers = new HashMap<>();
		jdbc.sql("""
				select c.*, exists (select from orders o where o.bot = c.bot and o.symbol = c.symbol and o.role = 'EXIT'
					and o.state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')) as closing from position_covers c""")
			.query((row, _) -> covers.put(row.getString("bot") + " " + row.getString("symbol"),
					new Cover(Plain.decimal(row, "covered"), row.getBoolean("closing")))).list();
		return covers;
	}

	/** @param profit none where the bot is newer than the question */
	record Owned(@com.fasterxml.jackson.annotation.JsonUnwrapped PortfolioChanged portfolio, @Nullable Profit profit) {
	}

	/**
	 * @param protection PROTECTED only where the venue has confirmed a stop for all of it
	 * @param protectedQuantity for which the venue has confirmed a stop
	 */
	record Held(String bot, @com.fasterxml.jackson.annotation.JsonUnwrapped PositionView position, State protection, BigDecimal protectedQuantity) {

		static Held of(String bot, PositionView position, Cover cover) {
			State state = cover.quantity.compareTo(position.quantity()) >= 0 ? State.PROTECTED : cover.closing ? State.CLOSING
					: bot.equals(Bots.RESERVE) ? State.NOT_MANAGED : State.UNPROTECTED;
			return new Held(bot, position, state, cover.quantity);
		}
	}

	enum State {
		PROTECTED, UNPROTECTED,
		/** Being sold. */
		CLOSING,
		/** Nobody here bought it. */
		NOT_MANAGED
	}

	private record Cover(BigDecimal quantity, boolean closing) {

		static final Cover NONE = new Cover(BigDecimal.ZERO, false);
	}
}
