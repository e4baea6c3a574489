package io.vigie.simulator.recording;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the file and the line of a recording that can't be played, instead of a stack trace. */
final class BadRecordingAnalyzer extends AbstractFailureAnalyzer<BadRecording> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BadRecording cause) {
		return new FailureAnalysis(cause.getMessage(), "Correct the file, or take it out of VIGIE_REPLAY_FILES.", cause);
	}
}
