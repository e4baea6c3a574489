package io.vigie.common.message;

/** What a message says. One sealed family per topic, so that a listener's switch is exhaustive. */
public sealed interface Body permits TickMessage, BarMessage, AccountMessage, ConnectionMessage, SignalMessage,
		ProposalMessage, VerdictMessage, OrderMessage, PortfolioMessage, TaskMessage, ResultMessage, LogMessage, AlertMessage,
		BacktestMessage, ListingMessage {

	/** Rises with every change that a reader of the previous version could not survive. */
	default int contractVersion() {
		return 1;
	}
}
