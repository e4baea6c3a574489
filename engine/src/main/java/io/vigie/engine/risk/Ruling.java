package io.vigie.engine.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the gate says: every rule that was asked is listed, whichever way it went. */
public sealed interface Ruling {

	List<RuleResult> rules();

	/**
	 * @param quantity in base units
	 * @param stopLoss none for an exit
	 * @param takeProfit none for an exit
	 * @param hold cash to set aside until the order has ended; zero for an exit
	 * @param notional what to spend, where the order goes out by value: {@code quantity} is an estimate then; none by quantity
	 */
	record Approved(BigDecimal quantity, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit, BigDecimal hold,
			List<RuleResult> rules, @Nullable BigDecimal notional) implements Ruling {

		/** By quantity. */
		public Approved(BigDecimal quantity, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit, BigDecimal hold, List<RuleResult> rules) {
			this(quantity, stopLoss, takeProfit, hold, rules, null);
		}
	}

	/** At least one rule did not pass. */
	record Refused(List<RuleResult> rules) implements Ruling {

		/** The names of the rules that refuse. */
		public List<String> by() {
			return rules.stream().filter(it -> !it.passed()).map(RuleResult::rule).toList();
		}

		/** What the refusing rules say, one sentence each. */
		public String reason() {
			return rules.stream()
				.filter(it -> !it.passed())
				.map(it -> it.rule() + ": " + it.reason())
				.collect(Collectors.joining(" "));
		}
	}
}
