package io.vigie.executor.testing;

import io.vigie.common.message.AccountMessage;
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
import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What risk and sentinel would say. */
public final class VerdictFixtures {

	private static final Instant DECIDED = Instant.parse("2026-11-20T12:00:00Z");

	private VerdictFixtures() {
	}

	public static Message<VerdictMessage> entry(String bot, String symbol, String quantity, String price) {
		BigDecimal at = new BigDecimal(price);
		BigDecimal hold = at.multiply(new BigDecimal(quantity)).multiply(new BigDecimal("1.01"));
		return verdict(new ProposalApproved(UUID.randomUUID(), proposal(bot, symbol, Action.BUY, at), new BigDecimal(quantity),
				at.multiply(new BigDecimal("0.98")), at.multiply(new BigDecimal("1.04")), hold,
				List.of(new RuleResult("solvency", true, hold.add(BigDecimal.TEN), hold, BigDecimal.TEN, "cash suffices")), DECIDED));
	}

	public static Message<VerdictMessage> exit(String bot, String symbol, String quantity) {
		return verdict(new ProposalApproved(UUID.randomUUID(), proposal(bot, symbol, Action.CLOSE, BigDecimal.TEN), new BigDecimal(quantity), null, null,
				BigDecimal.ZERO, List.of(), DECIDED));
	}

	/** Sold in a way of its own. */
	public static Message<VerdictMessage> exit(String bot, String symbol, String quantity, OrderStyle style) {
		return styled((ProposalApproved) exit(bot, symbol, quantity).data(), style);
	}

	/** The same, wanted in a way of its own. */
	public static Message<VerdictMessage> styled(ProposalApproved approved, OrderStyle style) {
		TradeProposed it = approved.proposal();
		return verdict(new ProposalApproved(approved.proposalId(), new TradeProposed(it.bot(), it.strategy(), it.symbol(), it.action(), it.confidence(), it.price(),
				it.evidence(), it.reasoning(), it.decidedAt(), style), approved.quantity(), approved.stopLoss(), approved.takeProfit(), approved.hold(),
				approved.rules(), approved.decidedAt()));
	}

	/** The same, for so much money. */
	public static Message<VerdictMessage> byValue(ProposalApproved approved, String notional) {
		var styled = (ProposalApproved) styled(approved, new OrderStyle(OrderType.MARKET, null, null, null).of(null, new BigDecimal(notional))).data();
		return verdict(new ProposalApproved(styled.proposalId(), styled.proposal(), styled.quantity(), styled.stopLoss(), styled.takeProfit(), styled.hold(),
				styled.rules(), styled.decidedAt(), new BigDecimal(notional)));
	}

	public static Message<VerdictMessage> verdict(ProposalApproved approved) {
		Instant now = Instant.now();
		return new Message<VerdictMessage>(UUID.randomUUID(), "risk", "executor", 1, now, Ids.next(now), UUID.randomUUID(), approved);
	}

	public static Message<AccountMessage> said(AccountMessage data) {
		return Message.beginning(UUID.randomUUID(), "sentinel", Message.ALL, Instant.now(), data);
	}

	private static TradeProposed proposal(String bot, String symbol, Action action, BigDecimal price) {
		var bar = new Bar(symbol, Timeframe.M1, DECIDED.minusSeconds(60), price, price, price, price, BigDecimal.TEN, 4, 7);
		var tick = new Tick(symbol, 7, DECIDED.minusMillis(5), price, BigDecimal.ONE);
		return new TradeProposed(bot, "sma-cross", symbol, action, new BigDecimal("0.7"), price,
				new Evidence(bar, tick, Map.of("sma_fast", price, "sma_slow", price.subtract(BigDecimal.ONE))), "fast average crossed above slow", DECIDED);
	}
}
