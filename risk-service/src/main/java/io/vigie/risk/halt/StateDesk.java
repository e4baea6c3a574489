package io.vigie.risk.halt;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged.Kind;
import io.vigie.common.sql.Trip;
import io.vigie.engine.risk.TradingState;
import io.vigie.risk.portfolio.PortfolioDesk;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Allows and stops trading. Takes every bot's lock to do so: what is being decided meanwhile is finished first, and when it has
 * answered, no verdict that ignores it can follow.
 */
@Service
class StateDesk {

	private static final Logger log = LoggerFactory.getLogger(StateDesk.class);

	private final States states;
	private final PortfolioDesk portfolios;
	private final Bots bots;
	private final TransactionTemplate transaction;
	private final JdbcTemplate jdbc;
	private final AgentLogs logs;
	private final Clock clock;

	StateDesk(States states, PortfolioDesk portfolios, Bots bots, TransactionTemplate transaction, JdbcTemplate jdbc,
			AgentLogs logs, Clock clock) {
		this.states = states;
		this.portfolios = portfolios;
		this.bots = bots;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.logs = logs;
		this.clock = clock;
	}

	/** @param bot none for all */
	StatesView change(@Nullable String bot, TradingState state, String reason, String by) {
		transaction.executeWithoutResult(_ -> {
			var trip = new Trip(jdbc);
			portfolios.lockAll(trip);
			trip.go();
			states.add(new StateChange(bot, state, reason, by, clock.instant()));
		});
		String whose = bot == null ? "all bots" : bot;
		(state == TradingState.ACTIVE ? log.atInfo() : log.atWarn()).addKeyValue("bot", whose).addKeyValue("state", state)
			.addKeyValue("by", by).addKeyValue("reason", reason).log("Trading state changed");
		logs.log(Kind.ACTION, bot, "Trading of " + whose + " is " + state + " by order of " + by + ": " + reason,
				Map.of("state", state.name(), "by", by), null);
		return view();
	}

	StatesView view() {
		List<StateChange> current = states.current();
		StateChange global = current.stream().filter(it -> it.bot() == null).findFirst().orElse(null);
		TradingState everyones = global == null ? TradingState.ACTIVE : global.state();
		List<StatesView.OfBot> each = bots.all().stream().map(Bot::name).map(name -> {
			StateChange own = current.stream().filter(it -> Objects.equals(it.bot(), name)).findFirst().orElse(null);
			TradingState state = own == null ? TradingState.ACTIVE : own.state();
			return new StatesView.OfBot(name, state.strictest(everyones), state, own);
		}).toList();
		return new StatesView(everyones, global, each, states.last(20));
	}
}
