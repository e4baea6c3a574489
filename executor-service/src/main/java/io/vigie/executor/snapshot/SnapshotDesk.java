package io.vigie.executor.snapshot;

import io.vigie.common.message.PortfolioChanged;
import io.vigie.executor.portfolio.Portfolios;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what every bot has. */
@Service
public class SnapshotDesk {

	private final Snapshots snapshots;
	private final Portfolios portfolios;
	private final Clock clock;

	SnapshotDesk(Snapshots snapshots, Portfolios portfolios, Clock clock) {
		this.snapshots = snapshots;
		this.portfolios = portfolios;
		this.clock = clock;
	}

	/** Returns each bot's equity. */
	@Transactional
	public Map<String, String> take() {
		Instant now = clock.instant();
		List<PortfolioChanged> all = portfolios.now(null);
		snapshots.saveAll(all.stream().map(it -> new Snapshot(it, now)).toList());
		Map<String, String> equity = new LinkedHashMap<>();
		all.forEach(it -> equity.put("equity." + it.bot(), it.equity().toPlainString()));
		return equity;
	}
}
