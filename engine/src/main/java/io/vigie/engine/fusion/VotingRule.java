package io.vigie.engine.fusion;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** How much a vote weighs. */
public enum VotingRule {

	/** Every vote alike. */
	MAJORITY("majority-vote"),
	/** A vote as much as its source is sure. */
	CONFIDENCE("confidence-vote"),
	/** A vote as much as its source has proved good so far, see {@link Weights}. */
	PERFORMANCE("performance-vote");

	private final String code;

	VotingRule(String code) {
		this.code = code;
	}

	/** @throws IllegalArgumentException with the known names where there is none of this name */
	public static VotingRule named(String code) {
		return Arrays.stream(values())
			.filter(it -> it.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown vote '" + code + "', known are " + codes()));
	}

	/** As a bot's {@code strategy}. */
	public String code() {
		return code;
	}

	BigDecimal weigh(Vote vote, Weights weights) {
		return switch (this) {
			case MAJORITY -> BigDecimal.ONE;
			case CONFIDENCE -> vote.confidence();
			case PERFORMANCE -> weights.of(vote.source());
		};
	}

	private static List<String> codes() {
		return Arrays.stream(values()).map(VotingRule::code).toList();
	}
}
