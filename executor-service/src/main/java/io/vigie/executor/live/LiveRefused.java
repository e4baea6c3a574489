package io.vigie.executor.live;

/** Real money was asked for, and nobody signed for it. */
final class LiveRefused extends RuntimeException {

	LiveRefused() {
		super("VIGIE_TRADING_MODE is 'live' and VIGIE_BROKER_URL the broker for real money, but no acknowledgement is stored with the paper record: "
				+ "trade on paper first, then sign with POST /trading/live-acknowledgement");
	}
}
