package io.vigie.engine.order;

import java.time.Duration;

/**
 * When an order whose answer was lost may be sent again under the same client order id. Each venue has its own written rule,
 * because what protects against doubling at one venue doubles at another.
 *
 * @param blindRepeatIsSafe the venue refuses an id it has ever seen
 * @param proofOfAbsence how long after the send "no such order" proves that the order will not appear any more
 */
public record ResendRule(String venue, boolean blindRepeatIsSafe, Duration proofOfAbsence, String reason) {

	public static final ResendRule ALPACA = new ResendRule("alpaca", true, Duration.ofSeconds(6),
			"a client order id is never accepted twice, so repeating it cannot double the order; but while the first may still arrive, "
					+ "a refusal of the repeat would be taken for a refusal of the order");

	public static final ResendRule BINANCE = new ResendRule("binance", false, Duration.ofSeconds(6),
			"an id can be accepted again once its first order has filled: only absence after the receive window allows a repeat");

	/** What venues do about client order ids. */
	public enum Dialect {
		ALPACA, BINANCE
	}

	public static ResendRule of(Dialect dialect) {
		return switch (dialect) {
			case ALPACA -> ALPACA;
			case BINANCE -> BINANCE;
		};
	}

	/** What is known from looking the order up by its client order id. */
	public enum LookUp {
		NOT_DONE, FOUND, ABSENT
	}

	public sealed interface Decision {

		record Allowed(String reason) implements Decision {
		}

		record Wait(Duration time, String reason) implements Decision {
		}

		record Forbidden(String reason) implements Decision {
		}
	}

	public Decision decide(LookUp lookUp, Duration sinceSend) {
		return switch (lookUp) {
			case FOUND -> new Decision.Forbidden("the venue has the order");
			case NOT_DONE -> blindRepeatIsSafe ? new Decision.Allowed(reason) : new Decision.Forbidden("look up first: " + reason);
			case ABSENT -> sinceSend.compareTo(proofOfAbsence) >= 0
					? new Decision.Allowed(reason)
					: new Decision.Wait(proofOfAbsence.minus(sinceSend), reason);
		};
	}
}
