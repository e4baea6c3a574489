package io.vigie.risk.decision;

import io.vigie.risk.connection.LinkDesk;
import io.vigie.risk.hold.HoldDesk;
import io.vigie.risk.portfolio.PortfolioDesk;
import io.vigie.risk.portfolio.Standing;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what is true of the bots that are decided on; locks them first, so that it stays true. */
@Component
class Situations {

	private final PortfolioDesk portfolios;
	private final HoldDesk holds;
	private final LinkDesk links;

	Situations(PortfolioDesk portfolios, HoldDesk holds, LinkDesk links) {
		this.portfolios = portfolios;
		this.holds = holds;
		this.links = links;
	}

	/** A bot without a portfolio has no row to lock, and is granted nothing. */
	OpenBooks lock(Collection<String> bots) {
		Map<String, Standing> standings = portfolios.lock(bots);
		return new OpenBooks(standings, holds.open(bots), holds.closing(bots), links.broken());
	}

	/** The same for looking only. */
	OpenBooks look(Collection<String> bots) {
		return new OpenBooks(portfolios.all(), holds.open(bots), holds.closing(bots), links.broken());
	}
}
