package io.vigie.risk.decision;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides once on a made-up proposal, before the first real one comes, and rolls all of it back: the first decision of a cold
 * process took seconds on a busy machine, and would have been the one that was made under the highest load.
 */
@Component
class Rehearsal implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

	private final DecisionDesk desk;
	private final Bots bots;
	private final Clock clock;

	Rehearsal(DecisionDesk desk, Bots bots, Clock clock) {
		this.desk = desk;
		this.bots = bots;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		long begin = System.nanoTime();
		try {
			desk.rehearse(List.of(proposal(bots.all().getFirst(), clock.instant())));
			log.atInfo().addKeyValue("millis", (System.nanoTime() - begin) / 1_000_000).log("Rehearsed a decision");
		}
		catch (DataAccessException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Could not rehearse a decision");
		}
	}

	private static Message<ProposalMessage> proposal(Bot bot, Instant now) {
		BigDecimal price = BigDecimal.valueOf(100);
		var bar = new Bar(bot.symbols().getFirst(), bot.timeframe(), now.minus(bot.timeframe().duration()), price, price, price, price,
				BigDecimal.ZERO, 0, 0);
		return Message.beginning(Ids.next(now), "risk", "risk", now, new TradeProposed(bot.name(), bot.strategy(), bar.symbol(), Action.BUY,
				BigDecimal.ONE, price, new Evidence(bar, null, Map.of()), "Rehearsal.", now));
	}
}
