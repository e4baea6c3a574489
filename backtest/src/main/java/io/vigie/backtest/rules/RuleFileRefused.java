package io.vigie.backtest.rules;

/** A rule file that can't be used; the message is one sentence that names file, line and field. */
public final class RuleFileRefused extends IllegalArgumentException {

	private static final long serialVersionUID = 1;

	RuleFileRefused(String sentence) {
		super(sentence);
	}
}
