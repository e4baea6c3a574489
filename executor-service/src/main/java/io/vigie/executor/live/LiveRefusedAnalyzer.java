package io.vigie.executor.live;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in one sentence instead of a stack trace. */
class LiveRefusedAnalyzer extends AbstractFailureAnalyzer<LiveRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LiveRefused cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "Unset VIGIE_TRADING_MODE and VIGIE_BROKER_URL to trade on paper.", cause);
	}
}
