package io.vigie.engine.venue;

import java.math.BigDecimal;

/** What a venue takes for a fill, in quote currency; exact, never rounded. */
public sealed interface FeeModel {

	FeeModel FREE = new Flat(BigDecimal.ZERO);

	/** The same amount for every fill, whatever its size. */
	record Flat(BigDecimal amount) implements FeeModel {

		public Flat {
			requireNotNegative(amount);
		}
	}

	/** A fraction of the notional, by who waited: {@code 0.0025} is 0.25 %. */
	record MakerTaker(BigDecimal maker, BigDecimal taker) implements FeeModel {

		public MakerTaker {
			requireNotNegative(maker);
			requireNotNegative(taker);
		}
	}

	default BigDecimal fee(Execution execution) {
		return switch (this) {
			case Flat(BigDecimal amount) -> amount;
			case MakerTaker(BigDecimal maker, BigDecimal taker) ->
				execution.notional().multiply(execution.liquidity() == Liquidity.MAKER ? maker : taker);
		};
	}

	/** The most that a trade of that notional can cost, for holds made before it is known how it fills. */
	default BigDecimal worst(BigDecimal notional) {
		return switch (this) {
			case Flat(BigDecimal amount) -> amount;
			case MakerTaker(BigDecimal maker, BigDecimal taker) -> notional.multiply(maker.max(taker));
		};
	}

	private static void requireNotNegative(BigDecimal value) {
		if (value.signum() < 0) {
			throw new IllegalArgumentException("A fee must not be negative, was " + value.toPlainString());
		}
	}
}
