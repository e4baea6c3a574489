package io.vigie.executor.reconcile;

import io.vigie.common.sql.Plain;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.venue.VenueActivity;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between books and broker, and what became of it.
 *
 * @param subject currency, symbol or the venue's order id
 * @param difference what the broker had more, in money or units; for orders 1 for one more that is open
 * @param booked the key of the ledger transaction that corrects it; none where it corrected itself, or stands
 */
public record Finding(DriftClass driftClass, String subject, BigDecimal difference, String explanation, @Nullable String booked) {

	static Finding of(CatchUp.Found found) {
		VenueActivity activity = found.activity();
		var fill = activity.fill();
		String subject = Objects.requireNonNullElse(activity.symbol(), "cash");
		String where = "the account's history has " + activity.kind() + " " + activity.id();
		if (fill != null) {
			return new Finding(found.foreign() ? DriftClass.FOREIGN_ORDER : DriftClass.MISSING_FILL, subject, Plain.of(fill.quantity()),
					where + ": " + fill.quantity().toPlainString() + " at " + fill.price().toPlainString() + " for order " + activity.orderId(),
					"fill of " + activity.orderId() + " up to " + fill.cumulativeQuantity().toPlainString());
		}
		BigDecimal units = activity.quantity();
		BigDecimal difference = units == null || activity.amount().signum() != 0 ? activity.amount() : units;
		return new Finding(classOf(found), subject, Plain.of(difference),
				activity.description().isEmpty() ? where : where + ": " + activity.description(), "activity:" + activity.id());
	}

	private static DriftClass classOf(CatchUp.Found found) {
		return switch (found.movement()) {
			case FEE -> DriftClass.MISSING_FEE;
			case CORPORATE_ACTION -> DriftClass.CORPORATE_ACTION;
			case TRANSFER, INTEREST -> DriftClass.CASH_MOVEMENT;
			case null -> DriftClass.MISSING_FILL;
		};
	}

	static Finding late(Drift drift) {
		return new Finding(DriftClass.LATE_EVENT, drift.subject(), drift.difference(), "what explains it came while it was looked at: " + drift.words(), null);
	}

	static Finding late(VenueActivity activity) {
		return new Finding(DriftClass.LATE_EVENT, Objects.requireNonNullElse(activity.symbol(), "cash"),
				Plain.of(activity.fill() == null ? activity.amount() : activity.fill().quantity()),
				"the event that tells of " + activity.kind() + " " + activity.id() + " came late", null);
	}

	String words() {
		return driftClass.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + subject + " " + difference.toPlainString()
				+ (booked == null ? "" : " (booked)");
	}
}
