package io.vigie.simulator.setting;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a wrong setting into one sentence instead of a stack trace. */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WrongSetting cause) {
		return new FailureAnalysis(cause.getMessage(), "Correct or remove the variable, in the environment or in .env.", cause);
	}
}
