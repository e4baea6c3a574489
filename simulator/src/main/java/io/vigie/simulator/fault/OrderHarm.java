package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something that the venue itself does to orders. */
public sealed interface OrderHarm extends Harm {

	@Override
	default boolean once() {
		return true;
	}

	@Override
	default boolean decides() {
		return true;
	}

	/**
	 * Orders fill in pieces.
	 *
	 * @param largest execution, in base units
	 * @param share largest execution as a part of the order's quantity
	 */
	@JsonTypeName("partial_fills")
	record PartialFills(@Nullable BigDecimal largest, @Nullable BigDecimal share) implements OrderHarm {

		public PartialFills {
			Check.that("do", (largest == null) != (share == null), "must have either largest or share");
			Check.that("do.largest", largest == null || largest.signum() > 0, "must be above 0");
			Check.that("do.share", share == null || share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0,
					"must be above 0 and below 1");
		}

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.EXECUTION;
		}

		@Override
		public boolean decides() {
			return false;
		}

		@Override
		public boolean once() {
			return false;
		}
	}

	/** Orders are taken, offered to the market and then rejected. */
	@JsonTypeName("order_rejected")
	record OrderRejected(@Nullable String reason) implements OrderHarm {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.LIVE;
		}
	}

	/**
	 * Stops, and orders that bring one along, are not taken; or stops are taken and then rejected.
	 *
	 * @param how {@code refused} unless told otherwise
	 */
	@JsonTypeName("stop_refused")
	record StopRefused(@Nullable Refusal how, @Nullable String message) implements OrderHarm {

		@Override
		public boolean strikesAt(Site site) {
			return site == (how == Refusal.REJECTED ? Site.LIVE : Site.PLACEMENT);
		}

		@Override
		public boolean concerns(Occasion occasion) {
			return occasion.stop();
		}
	}

	/** @param available as the answer claims, nothing unless told otherwise */
	@JsonTypeName("insufficient_qty")
	record InsufficientQty(@Nullable BigDecimal available) implements OrderHarm {

		public InsufficientQty {
			Check.that("do.available", available == null || available.signum() >= 0, "must not be negative");
		}

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.PLACEMENT;
		}

		@Override
		public boolean concerns(Occasion occasion) {
			return "sell".equals(occasion.side());
		}
	}

	/** @param how {@code accepted} unless told otherwise: orders are taken and nothing trades */
	@JsonTypeName("symbol_halted")
	record SymbolHalted(@Nullable Halt how) implements OrderHarm {

		@Override
		public boolean strikesAt(Site site) {
			return site == (how == Halt.REFUSED ? Site.PLACEMENT : Site.EXECUTION);
		}

		@Override
		public boolean once() {
			return false;
		}
	}

	enum Refusal {
		REFUSED, REJECTED
	}

	enum Halt {
		ACCEPTED, REFUSED
	}
}
