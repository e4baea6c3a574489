package io.vigie.executor.reconcile;

import io.vigie.executor.ledger.Opening;
import io.vigie.executor.order.CatchUp;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.venue.VenueActivity;
import io.vigie.executor.venue.VenueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of books and broker, repeated until they agree or stand still: a difference counts only if two quiet looks
 * see it, since what explains it may be on its way. Whatever the broker's own records explain is booked from them. Bounded.
 */
final class Examination {

	private static final int LOOKS = 8;
	private static final int LOOKS_ON_START = 3;
	static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
	/** Entries may be dated back, to the day's beginning or to the day of what they are for. */
	private static final Duration LOOK_BACK = Duration.ofDays(1);
	private static final Duration DEEP_LOOK_BACK = Duration.ofDays(7);

	private final Comparison comparison;
	private final CatchUp catchUp;
	private final Settlement settlement;
	private final Opening opening;
	private final Instant bookedUntil;
	private final boolean listening;
	private final Duration betweenLooks;
	private final List<Finding> findings = new ArrayList<>();
	private final Set<String> adopted = new HashSet<>();

	/**
	 * @param bookedUntil market time up to which the history is known to be in the books
	 * @param listening whether events come: where they don't, nothing that is missing is waited for
	 * @param betweenLooks {@link #BETWEEN_LOOKS}, unless nothing is on its way that could take time
	 */
	Examination(Comparison comparison, CatchUp catchUp, Settlement settlement, Opening opening, Instant bookedUntil, boolean listening,
			Duration betweenLooks) {
		this.comparison = comparison;
		this.catchUp = catchUp;
		this.settlement = settlement;
		this.opening = opening;
		this.bookedUntil = bookedUntil;
		this.listening = listening;
		this.betweenLooks = betweenLooks;
	}

	/** Returns the last look; {@link Outcome#confirmed} says whether its differences are to stay. */
	Outcome examine() {
		bookHistory(LOOK_BACK);
		Look look = comparison.look();
		Look before = null;
		for (int looks = 1; looks < (listening ? LOOKS : LOOKS_ON_START) && !isEnough(look); looks++) {
			if (look.confirms(before) && !bookHistory(DEEP_LOOK_BACK)) {
				return new Outcome(look, true, findings);
			}
			pause();
			look.notThere().forEach(settlement::settle);
			adopt(look.notHere());
			boolean found = bookHistory(LOOK_BACK);
			before = look;
			look = comparison.look();
			if (before.settled() && !found) {
				tellLate(before, look);
			}
		}
		return new Outcome(look, look.agrees() && look.settled(), findings);
	}

	/** Whoever starts has no time to lose: positions wait for their guard. */
	private boolean isEnough(Look look) {
		return look.agrees() && (look.settled() || !listening);
	}

	/** What is missing is given the time to come by itself first. Returns whether anything had to be booked. */
	private boolean bookHistory(Duration lookBack) {
		Instant since = since(lookBack);
		List<VenueActivity> missing = catchUp.missing(since, opening);
		if (missing.isEmpty()) {
			return false;
		}
		List<VenueActivity> still = listening ? stillMissing(since, missing) : missing;
		missing.stream().filter(it -> !has(still, it)).map(Finding::late).forEach(findings::add);
		List<CatchUp.Found> booked = catchUp.book(still);
		booked.stream().map(Finding::of).forEach(findings::add);
		return !booked.isEmpty();
	}

	private List<VenueActivity> stillMissing(Instant since, List<VenueActivity> missing) {
		pause();
		return catchUp.missing(since, opening).stream().filter(it -> has(missing, it)).toList();
	}

	private Instant since(Duration lookBack) {
		Instant since = bookedUntil.minus(lookBack);
		Instant earliest = opening.historyUntil().minus(Opening.KNOWN_FOR);
		return since.isAfter(earliest) ? since : earliest;
	}

	private void adopt(List<VenueOrder> strangers) {
		strangers.stream().filter(it -> adopted.add(it.id())).forEach(it -> findings.add(new Finding(DriftClass.FOREIGN_ORDER, it.id(),
				java.math.BigDecimal.ONE, it.side() + " " + (it.quantity() == null ? "some" : it.quantity().toPlainString()) + " " + it.symbol() + " is open at the broker and not ours: "
						+ "adopted", null)));
		if (!strangers.isEmpty()) {
			catchUp.adopt(strangers);
		}
	}

	private void tellLate(Look before, Look now) {
		Set<String> settledOrders = new HashSet<>(before.notThere().stream().map(Order::venueOrderId).toList());
		before.drifts().stream().filter(it -> !now.has(it) && now.drifts().stream().noneMatch(other -> other.subject().equals(it.subject())))
			.filter(it -> !adopted.contains(it.subject()))
			.map(it -> settledOrders.contains(it.subject())
					? new Finding(DriftClass.LATE_EVENT, it.subject(), it.difference(), "the order had ended at the broker", null)
					: Finding.late(it))
			.forEach(findings::add);
	}

	private static boolean has(List<VenueActivity> activities, VenueActivity activity) {
		return activities.stream().anyMatch(it -> it.id().equals(activity.id()));
	}

	private void pause() {
		LockSupport.parkNanos(betweenLooks.toNanos());
	}

	/** @param confirmed the difference, or that there is none, was seen with everything at rest */
	record Outcome(Look look, boolean confirmed, List<Finding> findings) {

		@Nullable Instant historyUntil() {
			return confirmed ? look.historyUntil() : null;
		}
	}
}
