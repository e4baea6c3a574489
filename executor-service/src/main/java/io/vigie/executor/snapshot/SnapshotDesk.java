package io.vigie.executor.snapshot;

import io.vigie.common.message.PortfolioChanged;
import io.vigie.executor.portfolio.Portfolios;
import io.vigie.executor.portfolio.Profit;
import io.vigie.executor.portfolio.Profits;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what every bot has. */
@Service
public class SnapshotDesk {

	private final Snapshots snapshots;
	private final Portfolios portfolios;
	private final Profits profits;
	private final Clock clock;

	SnapshotDesk(Snapshots snapshots, Portfolios portfolios, Profits profits, Clock clock) {
		this.snapshots = snapshots;
		this.portfolios = portfolios;
		this.profits = profits;
		this.clock = clock;
	}

	/** Returns each bot's equity. */
	@Transactional
	public Map<String, String> take() {
		Instant now = clock.instant();
		List<PortfolioChanged> all = portfolios.now(null);
		Map<String, PortfolioChanged> portfoliosByBot = all.stream().collect(Collectors.toMap(PortfolioChanged::bot, Function.identity()));
		for (Profit profit : profits.now(null)) {
			PortfolioChanged portfolio = portfoliosByBot.get(profit.bot());
			if (portfolio != null) {
				snapshots.save(new Snapshot(portfolio, profit.income(), profit.modelled().venueFees(), now));
			}
		}
		Map<String, String> equity = new LinkedHashMap<>();
		all.forEach(it -> equity.put("equity." + it.bot(), it.equity().toPlainString()));
		return equity;
	}
}
