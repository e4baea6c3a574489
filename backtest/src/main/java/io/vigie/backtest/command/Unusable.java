package io.vigie.backtest.command;

/** Why nothing is tested, in one sentence the user can act on. */
public final class Unusable extends RuntimeException {

	Unusable(String sentence) {
		super(sentence);
	}

	Unusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	/** Never absent. */
	public String sentence() {
		return String.valueOf(getMessage());
	}
}
