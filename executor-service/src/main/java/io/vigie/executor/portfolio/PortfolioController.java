package io.vigie.executor.portfolio;

import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PositionView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/trading")
class PortfolioController {

	private final Portfolios portfolios;

	PortfolioController(Portfolios portfolios) {
		this.portfolios = portfolios;
	}

	@GetMapping("/portfolio")
	List<PortfolioChanged> portfolio(@RequestParam(required = false) @Nullable String bot) {
		List<PortfolioChanged> found = portfolios.now(bot);
		if (bot != null && found.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No bot is named '" + bot + "'");
		}
		return found;
	}

	@GetMapping("/positions")
	List<Held> positions(@RequestParam(required = false) @Nullable String bot) {
		return portfolio(bot).stream()
			.flatMap(portfolio -> portfolio.positions().stream().map(it -> new Held(portfolio.bot(), it)))
			.toList();
	}

	record Held(String bot, @com.fasterxml.jackson.annotation.JsonUnwrapped PositionView position) {
	}
}
