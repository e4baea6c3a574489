package io.vigie.executor.order;

import io.vigie.common.message.CashMoved;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Transaction;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import java.util.Set;

/** How cash that moved for another reason than a fill is booked. */
final class CashBooking {

	private static final Set<String> FEES = Set.of("CFEE", "FEE", "PTC", "PTR", "REG", "TAF");
	private static final Set<String> TRANSFERS = Set.of("CSD", "CSW", "CSR", "TRANS", "JNLC", "ACATC");
	private static final Set<String> SPLITS = Set.of("SPLIT", "SSP", "SPIN", "REORG");

	private CashBooking() {
	}

	static String key(CashMoved moved) {
		return "activity:" + moved.activityId();
	}

	static boolean isFee(CashMoved moved) {
		return FEES.contains(moved.kind());
	}

	/** True where there is something to book. */
	static boolean moves(CashMoved moved) {
		return moved.amount().signum() != 0 || moved.quantity() != null && moved.quantity().signum() != 0 && moved.symbol() != null
				&& (isFee(moved) || SPLITS.contains(moved.kind()));
	}

	static Transaction of(CashMoved moved, String bot) {
		String words = moved.description().isEmpty() ? moved.kind() : moved.kind() + ": " + moved.description();
		BigDecimal units = moved.quantity();
		String symbol = moved.symbol();
		if (moved.amount().signum() == 0 && units != null && symbol != null) {
			String base = Symbols.base(symbol);
			return isFee(moved)
					? Bookings.feeInUnits(key(moved), bot, symbol, base, units.negate(), words, moved.occurredAt())
					: Bookings.split(key(moved), bot, symbol, base, units, words, moved.occurredAt());
		}
		if (isFee(moved)) {
			return Bookings.fee(key(moved), bot, symbol, moved.currency(), moved.amount().negate(), words, moved.occurredAt());
		}
		return TRANSFERS.contains(moved.kind())
				? Bookings.transfer(key(moved), bot, bot, moved.currency(), moved.amount(), words, moved.occurredAt())
				: Bookings.income(key(moved), bot, symbol, moved.currency(), moved.amount(), words, moved.occurredAt());
	}
}
