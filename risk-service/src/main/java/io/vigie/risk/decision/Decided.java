package io.vigie.risk.decision;

import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.strategy.Action;
import io.vigie.risk.hold.OpenHold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A ruling and what it was ruled on. */
record Decided(Message<?> message, TradeProposed proposal, Ruling ruling, Instant marketAt) {

	/** The cash that it sets aside, if any. */
	Optional<OpenHold> holds(Instant now) {
		return ruling instanceof Ruling.Approved granted && granted.hold().signum() > 0
				? Optional.of(new OpenHold(message.id(), proposal.bot(), proposal.symbol(), granted.hold(), now)) : Optional.empty();
	}

	/** One sentence for people. */
	String inWords() {
		String idea = proposal.action() + " " + proposal.symbol() + " at " + plain(proposal.price());
		return switch (ruling) {
			case Ruling.Approved it when proposal.action() == Action.CLOSE ->
				"Approved: sell all " + plain(it.quantity()) + " " + proposal.symbol() + " at about " + plain(proposal.price()) + ".";
			case Ruling.Approved it -> "Approved: buy " + plain(it.quantity()) + " " + proposal.symbol() + " at about "
					+ plain(proposal.price()) + (it.stopLoss() == null || it.takeProfit() == null ? ""
							: ", stop " + plain(it.stopLoss()) + ", target " + plain(it.takeProfit()))
					+ "; " + plain(it.hold()) + " held.";
			case Ruling.Refused it -> "Refused " + idea + ". " + it.reason();
		};
	}

	private static String plain(BigDecimal value) {
		return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
	}
}
