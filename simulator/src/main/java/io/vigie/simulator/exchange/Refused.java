package io.vigie.simulator.exchange;

import java.math.BigDecimal;
import java.util.Map;

/** The venue says no, in Alpaca's words; nothing has changed. */
public final class Refused extends RuntimeException {

	private final int status;
	private final long code;
	private final transient Map<String, String> details;

	private Refused(int status, long code, String message, Map<String, String> details) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.details = details;
	}

	/** A body or parameter that can't be read. */
	public static Refused malformed(String message) {
		return new Refused(400, 40010000, message, Map.of());
	}

	/** Something required is missing, or an id was used before. */
	public static Refused unacceptable(String message) {
		return new Refused(422, 40010001, message, Map.of());
	}

	/** Understood, and against the venue's rules. */
	public static Refused invalid(String message) {
		return new Refused(422, 42210000, message, Map.of());
	}

	/** The account can't pay for it, or does not have it. */
	public static Refused forbidden(String message, Map<String, String> details) {
		return new Refused(403, 40310000, message, details);
	}

	/** More is to be sold than there is, as Alpaca says it. */
	static Refused insufficient(Terms terms, BigDecimal available, BigDecimal owned, BigDecimal held) {
		BigDecimal wanted = terms.quantity();
		return forbidden("insufficient qty available for order (requested: " + (wanted == null ? "0" : Decimals.text(wanted))
				+ ", available: " + Decimals.text(available) + ")", Map.of("available", Decimals.text(available), "existing_qty",
				Decimals.text(owned), "held_for_orders", Decimals.text(held), "symbol", terms.symbol()));
	}

	public static Refused notFound(String message) {
		return new Refused(404, 40410000, message, Map.of());
	}

	public int status() {
		return status;
	}

	public long code() {
		return code;
	}

	public Map<String, String> details() {
		return details;
	}
}
