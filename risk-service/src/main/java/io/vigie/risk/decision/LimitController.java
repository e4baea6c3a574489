package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much each bot may still do, and how near it is to each limit. */
@RestController
class LimitController {

	private final Situations situations;
	private final Bots bots;
	private final RiskSettings settings;
	private final Market market;
	private final Verdicts verdicts;

	LimitController(Situations situations, Bots bots, RiskSettings settings, Market market, Verdicts verdicts) {
		this.situations = situations;
		this.bots = bots;
		this.settings = settings;
		this.market = market;
		this.verdicts = verdicts;
	}

	@GetMapping("/risk/limits")
	@Transactional(readOnly = true)
	List<BotLimits> limits() {
		OpenBooks books = situations.look(bots.all().stream().map(Bot::name).toList(), verdicts.latestMarketTime().orElse(Instant.EPOCH));
		return bots.all().stream().map(it -> BotLimits.of(books, it, settings.limits(it.risk()), market::terms)).toList();
	}
}
