package io.vigie.engine.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fills of one order that are booked, each covering its stretch of the cumulative quantity. They may come in any order: a
 * stretch not yet covered is a gap, one covered twice by the same fill a duplicate, one cut differently a contradiction.
 */
public record Fills(List<Fill> booked) {

	public static final Fills NONE = new Fills(List.of());

	public Fills {
		booked = List.copyOf(booked);
	}

	boolean contains(Fill fill) {
		return booked.stream().anyMatch(fill::isSameAs);
	}

	boolean contradict(Fill fill) {
		return booked.stream().anyMatch(fill::overlaps);
	}

	Fills with(Fill fill) {
		List<Fill> more = new ArrayList<>(booked);
		more.add(fill);
		return new Fills(more);
	}

	public BigDecimal quantity() {
		return booked.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What they cost or brought. */
	public BigDecimal value() {
		return booked.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The highest cumulative quantity any booked fill speaks of. */
	BigDecimal reached() {
		return booked.stream().map(Fill::cumulativeQuantity).reduce(BigDecimal.ZERO, BigDecimal::max);
	}

	/** Volume-weighted; none while nothing is booked. */
	public @Nullable BigDecimal averagePrice() {
		if (booked.isEmpty()) {
			return null;
		}
		return value().divide(quantity(), MathContext.DECIMAL64);
	}
}
