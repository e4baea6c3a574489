package io.vigie.analyst.status;

import io.vigie.analyst.portfolio.Portfolios;
import io.vigie.analyst.price.Price;
import io.vigie.analyst.price.Prices;
import io.vigie.analyst.series.Watches;
import io.vigie.analyst.status.Status.Priced;
import io.vigie.analyst.status.Status.Watched;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {

	private final Watches watches;
	private final Portfolios portfolios;
	private final Prices prices;

	StatusController(Watches watches, Portfolios portfolios, Prices prices) {
		this.watches = watches;
		this.portfolios = portfolios;
		this.prices = prices;
	}

	/** Every strategy with its warm-up, last bar and last decision, and the last price of every symbol, as this instance sees them. */
	@GetMapping("/analyst/status")
	Status status() {
		var watched = watches.readings().stream()
			.map(it -> Watched.of(it, portfolios.held(it.bot().name(), it.symbol())))
			.toList();
		var priced = prices.all().values().stream().map(StatusController::priced).toList();
		return new Status(watched, priced);
	}

	private static Priced priced(Price price) {
		var tick = price.tick();
		return new Priced(tick.symbol(), tick.price(), tick.at(), price.age().toMillis(), price.forming());
	}
}
