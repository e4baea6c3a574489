package io.vigie.simulator.journal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the data folder, instead of a stack trace. */
final class JournalUnusableAnalyzer extends AbstractFailureAnalyzer<JournalUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, JournalUnusable cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Restore the settings it was made with, or move the folder named by VIGIE_SIMULATOR_DATA away to start a new market.",
				cause);
	}
}
