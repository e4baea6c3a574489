package io.vigie.executor.order;

import io.vigie.common.message.Evidence;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.schedule.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What risk says in a schedule; the same for the same seed. */
final class Verdicts {

	private static final BigDecimal PRICE = BigDecimal.TEN;

	static final List<Optional<OrderStyle>> EXITS = List.of(Optional.empty(), Optional.empty(),
			Optional.of(new OrderStyle(OrderType.TRAILING_STOP, null, null, null, BigDecimal.ONE, null, null)),
			Optional.of(new OrderStyle(OrderType.STOP, null, null, new BigDecimal("9.5"), null, null, new BigDecimal("10.5"))));

	private Verdicts() {
	}

	/** By value now and then. */
	static Message<VerdictMessage> entry(World world, String bot, String symbol, int number, int units) {
		BigDecimal quantity = new BigDecimal(units);
		OrderStyle style = world.luck.percent(25) ? new OrderStyle(OrderType.MARKET, null, null, null).of(null, quantity.multiply(PRICE)) : null;
		return verdict(world, bot, symbol, number, Action.BUY, quantity, new BigDecimal("9.8"), new BigDecimal("10.4"),
				quantity.multiply(PRICE).multiply(new BigDecimal("1.01")), style);
	}

	/** At market as often as by what protects. */
	static Message<VerdictMessage> exit(World world, String bot, String symbol, int number, Optional<OrderStyle> style) {
		return verdict(world, bot, symbol, number, Action.CLOSE, BigDecimal.TEN, null, null, BigDecimal.ZERO, style.orElse(null));
	}

	private static Message<VerdictMessage> verdict(World world, String bot, String symbol, int number, Action action, BigDecimal quantity,
			@Nullable BigDecimal stop, @Nullable BigDecimal target, BigDecimal hold, @Nullable OrderStyle style) {
		Instant now = world.clock.instant();
		var bar = new Bar(symbol, Timeframe.M1, now.minusSeconds(60), PRICE, PRICE, PRICE, PRICE, BigDecimal.TEN, 4, 7);
		var proposal = new TradeProposed(bot, "sma-cross", symbol, action, new BigDecimal("0.7"), PRICE,
				new Evidence(bar, new Tick(symbol, 7, now, PRICE, BigDecimal.ONE), Map.of()), "a reason", now, style);
		var approved = new ProposalApproved(Ids.named("proposal", world.seed, number), proposal, quantity, stop, target, hold, List.of(), now,
				style == null ? null : style.notional());
		return Message.beginning(Ids.named("verdict", world.seed, number), "risk", "executor", now, approved);
	}
}
