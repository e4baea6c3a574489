package io.vigie.executor.reconcile;

import io.vigie.executor.price.LastPrices;
import io.vigie.executor.venue.VenuePosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out why books and broker differ, from what both of them tell. */
@Component
class Judgement {

	/** How far cost at the broker and in the books may differ, as a fraction, to be the same cost: brokers round averages. */
	private static final BigDecimal SAME_COST = new BigDecimal("0.001");
	private static final int SCALE = 9;

	private final Adjustments adjustments;
	private final LastPrices prices;
	private final ReconcileSettings settings;

	Judgement(Adjustments adjustments, LastPrices prices, ReconcileSettings settings) {
		this.adjustments = adjustments;
		this.prices = prices;
		this.settings = settings;
	}

	/** @param acknowledged why what nothing explains may be booked all the same, where somebody said so */
	List<Judged> of(Look look, @Nullable String acknowledged) {
		List<Judged> judged = look.drifts().stream().map(it -> judge(look, it)).toList();
		if (acknowledged != null) {
			return judged.stream().map(it -> it.isUnexplained() ? it.adjustedBecause("acknowledged: " + acknowledged) : it).toList();
		}
		return isWithinLimit(judged)
				? judged.stream().map(it -> it.isUnexplained() ? it.adjustedBecause("unexplained, within the limit of "
						+ settings.driftLimit().toPlainString()) : it).toList()
				: judged;
	}

	/** Whether what nothing explains is little enough to go on trading. */
	private boolean isWithinLimit(List<Judged> judged) {
		return unexplained(judged).compareTo(settings.driftLimit()) <= 0 && judged.stream().noneMatch(it -> it.isUnexplained() && it.isPriceless());
	}

	static BigDecimal unexplained(List<Judged> judged) {
		return judged.stream().filter(Judged::isUnexplained).map(Judged::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private Judged judge(Look look, Drift drift) {
		if (drift.is(Drift.ORDER)) {
			return new Judged(drift, DriftClass.UNEXPLAINED, Judged.Remedy.LEAVE, BigDecimal.ONE,
					"the broker does not say what became of the order", null);
		}
		BigDecimal price = drift.is(Drift.CASH) ? BigDecimal.ONE : price(look, drift.subject());
		Optional<String> adjusted = adjustments.opposite(drift);
		if (adjusted.isPresent()) {
			return new Judged(drift, DriftClass.LATE_EVENT, Judged.Remedy.REVERSE, price,
					"what explains an earlier adjustment was told after it: " + adjusted.get() + " is reversed", adjusted.get());
		}
		if (drift.is(Drift.POSITION) && isSplit(look, drift)) {
			return new Judged(drift, DriftClass.CORPORATE_ACTION, Judged.Remedy.SPLIT, price,
					"other units at the broker for the same cost: " + drift.words(), null);
		}
		return new Judged(drift, DriftClass.UNEXPLAINED, Judged.Remedy.LEAVE, price, "nothing at the broker explains it: " + drift.words(), null);
	}

	/** The broker has other units, and says that they cost what ours did. */
	private static boolean isSplit(Look look, Drift drift) {
		VenuePosition theirs = look.positions().get(drift.subject());
		BigDecimal ours = look.costs().getOrDefault(drift.subject(), BigDecimal.ZERO);
		return theirs != null && ours.signum() > 0 && drift.ours().signum() > 0
				&& theirs.cost().subtract(ours).abs().compareTo(ours.multiply(SAME_COST)) <= 0
				&& drift.difference().abs().compareTo(drift.ours().multiply(SAME_COST).multiply(BigDecimal.TEN)) > 0;
	}

	/** The broker's own price, else the last one seen, else what was paid. */
	private BigDecimal price(Look look, String symbol) {
		VenuePosition theirs = look.positions().get(symbol);
		if (theirs != null && theirs.currentPrice() != null) {
			return theirs.currentPrice();
		}
		return prices.of(symbol).orElseGet(() -> theirs == null ? paid(look, symbol) : theirs.averagePrice());
	}

	private static BigDecimal paid(Look look, String symbol) {
		BigDecimal units = look.drifts().stream().filter(it -> it.is(Drift.POSITION) && it.subject().equals(symbol)).map(Drift::ours)
			.findFirst().orElse(BigDecimal.ZERO);
		return units.signum() == 0 ? BigDecimal.ZERO
				: look.costs().getOrDefault(symbol, BigDecimal.ZERO).divide(units, SCALE, RoundingMode.HALF_EVEN);
	}
}
