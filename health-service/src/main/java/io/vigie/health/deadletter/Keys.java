package io.vigie.health.deadletter;

import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.Body;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.JudgeTrials;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.OrderChanged;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.RunTrials;
import io.vigie.common.message.SignalRaised;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.message.TradePrinted;
import io.vigie.common.message.TradeProposed;

/** The key a message had: a letter that nobody could handle lies under another one, and must not go back with that. */
final class Keys {

	private Keys() {
	}

	static String of(Body data) {
		return switch (data) {
			case TradePrinted it -> it.tick().symbol();
			case QuoteChanged it -> it.quote().symbol();
			case BarClosed it -> it.bar().symbol();
			case ListingRead it -> it.listing().symbol();
			case SignalRaised it -> it.symbol();
			case OrderUpdated it -> it.account();
			case CashMoved it -> it.account();
			case ConnectionChanged it -> it.link();
			case TradeProposed it -> it.bot();
			case ProposalApproved it -> it.proposal().bot();
			case ProposalRefused it -> it.proposal().bot();
			case OrderChanged it -> it.bot();
			case TradeBooked it -> it.bot();
			case PortfolioChanged it -> it.bot();
			case RunTask it -> it.owner();
			case TaskFinished it -> it.taskId().toString();
			case AgentLogged it -> it.bot() == null ? it.service() : it.bot();
			case AlertRaised it -> it.component();
			case AlertResolved it -> it.component();
			case RunTrials it -> it.backtestId() + " from " + it.from();
			case JudgeTrials it -> it.backtestId() + " judge";
		};
	}
}
