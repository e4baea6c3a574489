package io.vigie.executor.order;

import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The order that an approved proposal leads to. Everything in it follows from the verdict, so that it is always the same. */
final class Intent {

	private Intent() {
	}

	static UUID orderId(ProposalApproved approved) {
		return Ids.named("order", approved.proposalId());
	}

	/** @param legsAtVenue whether an entry goes out with what protects it, or alone */
	static Order of(Message<VerdictMessage> message, ProposalApproved approved, boolean legsAtVenue, Instant now) {
		TradeProposed proposal = approved.proposal();
		UUID id = orderId(approved);
		return new Order(id, proposal.bot(), proposal.bot() + "-" + id, null, approved.proposalId(), null, terms(approved),
				life(approved), 1,
				bringsLegs(terms(approved), legsAtVenue), Chain.from(message), approved.decidedAt(), now);
	}

	private static OrderLife life(ProposalApproved approved) {
		String reason = approved.proposal().reasoning();
		return approved.notional() == null ? OrderLife.intended(approved.quantity(), reason) : OrderLife.intendedByValue(approved.quantity(), reason);
	}

	/** A target that somebody wants never goes without the stop beside it. */
	private static boolean bringsLegs(OrderTerms terms, boolean legsAtVenue) {
		return switch (terms.role()) {
			case ENTRY -> legsAtVenue && terms.notional() == null && OrderStyle.canBringLegs(terms.type(), terms.timeInForce());
			case TAKE_PROFIT -> true;
			case EXIT, STOP_LOSS, FOREIGN -> false;
		};
	}

	private static OrderTerms terms(ProposalApproved approved) {
		TradeProposed proposal = approved.proposal();
		boolean sharesByValue = approved.notional() != null && !Symbols.isCrypto(proposal.symbol());
		TimeInForce timeInForce = sharesByValue ? TimeInForce.DAY : timeInForce(proposal.symbol(), approved.quantity());
		OrderStyle style = proposal.style();
		if (proposal.action() == Action.CLOSE) {
			return style == null ? OrderTerms.market(proposal.symbol(), Side.SELL, OrderRole.EXIT, timeInForce)
					: protection(proposal.symbol(), style, style.timeInForce() == null ? timeInForce : style.timeInForce());
		}
		if (proposal.action() != Action.BUY || approved.stopLoss() == null || approved.takeProfit() == null) {
			throw new IllegalArgumentException("An approved entry is a BUY with stop-loss and take-profit, this is a " + proposal.action());
		}
		OrderTerms terms = style == null ? OrderTerms.market(proposal.symbol(), Side.BUY, OrderRole.ENTRY, timeInForce)
				: new OrderTerms(proposal.symbol(), Side.BUY, style.type(), OrderRole.ENTRY,
						style.timeInForce() == null ? timeInForce : style.timeInForce(), style.limitPrice(), style.stopPrice(), null, null, null,
						style.trail(), approved.notional());
		return terms.protectedBy(approved.stopLoss(), approved.takeProfit());
	}

	/** A stop that trails, or the target of two orders of which the first sells all. */
	private static OrderTerms protection(String symbol, OrderStyle style, TimeInForce timeInForce) {
		return style.takeProfit() == null
				? new OrderTerms(symbol, Side.SELL, style.type(), OrderRole.STOP_LOSS, timeInForce, null, null, null, null, null, style.trail(), null)
				: new OrderTerms(symbol, Side.SELL, OrderType.LIMIT, OrderRole.TAKE_PROFIT, timeInForce, style.takeProfit(), null, style.stopPrice(),
						style.takeProfit(), style.limitPrice(), null, null);
	}

	/** Venues take fractions of a share for the day only. */
	static TimeInForce timeInForce(String symbol, BigDecimal quantity) {
		boolean fractionOfAShare = !Symbols.isCrypto(symbol) && quantity.stripTrailingZeros().scale() > 0;
		return fractionOfAShare ? TimeInForce.DAY : TimeInForce.GTC;
	}
}
