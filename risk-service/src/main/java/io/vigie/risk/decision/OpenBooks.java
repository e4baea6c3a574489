package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.strategy.Action;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The books of some bots, and what is granted to them meanwhile. One thread, one transaction. */
final class OpenBooks {

	private final Map<String, Standing> standings;
	private final List<OpenHold> holds;
	private final List<Closing> closings;
	private final List<String> brokenLinks;

	OpenBooks(Map<String, Standing> standings, List<OpenHold> holds, List<Closing> closings, List<String> brokenLinks) {
		this.standings = standings;
		this.holds = new ArrayList<>(holds);
		this.closings = new ArrayList<>(closings);
		this.brokenLinks = brokenLinks;
	}

	Situation of(Bot bot) {
		return new Situation(bot, standings.get(bot.name()), holds.stream().filter(it -> it.bot().equals(bot.name())).toList(),
				closings.stream().filter(it -> it.bot().equals(bot.name())).toList(), brokenLinks);
	}

	/** What was granted is no longer there for the next. */
	void grant(Decided decided) {
		if (!(decided.ruling() instanceof Ruling.Approved granted)) {
			return;
		}
		String bot = decided.proposal().bot();
		String symbol = decided.proposal().symbol();
		if (decided.proposal().action() == Action.CLOSE) {
			closings.add(new Closing(bot, symbol, granted.quantity()));
		}
		else {
			holds.add(new OpenHold(decided.message().id(), bot, symbol, granted.hold(), decided.marketAt()));
		}
	}
}
