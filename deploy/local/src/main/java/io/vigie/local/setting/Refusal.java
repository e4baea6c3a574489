package io.vigie.local.setting;

/** Why a command does nothing, in one sentence the user can act on. */
public final class Refusal extends RuntimeException {

	public Refusal(String sentence) {
		super(sentence);
	}

	public Refusal(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	/** The sentence; never absent. */
	public String sentence() {
		return String.valueOf(getMessage());
	}
}
