package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fault does. What a script leaves out takes the default named here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Harm {

	boolean strikesAt(Site site);

	/** Something that happens once, unless told otherwise; else it goes on until it is over. */
	default boolean once() {
		return false;
	}

	/** Decides what becomes of the thing struck, so that no other outcome is asked for. */
	default boolean decides() {
		return false;
	}

	default boolean concerns(Occasion occasion) {
		return true;
	}

	/** The harm's name in scripts and records. */
	default String kind() {
		return getClass().getAnnotation(JsonTypeName.class).value();
	}

	/** Something that decides a request. */
	sealed interface RequestOutcome extends Harm {

		@Override
		default boolean strikesAt(Site site) {
			return site == Site.REQUEST;
		}

		@Override
		default boolean once() {
			return true;
		}

		@Override
		default boolean decides() {
			return true;
		}
	}

	/**
	 * The request is done, and its client never hears of it.
	 *
	 * @param how {@code cut} unless told otherwise
	 * @param millis how long silence lasts before the connection is cut, for {@code silence}; a minute unless told otherwise
	 */
	@JsonTypeName("answer_lost")
	record AnswerLost(@Nullable Loss how, @Nullable Integer millis) implements RequestOutcome {

		public AnswerLost {
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}

	enum Loss {
		CUT, RESET, SILENCE
	}

	/**
	 * @param millis how late
	 * @param done whether it takes effect before the wait, as it does unless told otherwise, or only after it
	 */
	@JsonTypeName("answer_late")
	record AnswerLate(@Nullable Integer millis, @Nullable Boolean done) implements Harm {

		public AnswerLate {
			Check.present("do.millis", millis);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.REQUEST;
		}

		@Override
		public boolean once() {
			return true;
		}
	}

	/**
	 * @param status 503 unless told otherwise
	 * @param done whether the request takes effect all the same
	 */
	@JsonTypeName("server_error")
	record ServerError(@Nullable Integer status, @Nullable Boolean done) implements RequestOutcome {

		public ServerError {
			Check.between("do.status", status, 500, 599);
		}
	}

	/** @param seconds until the client may try again, a minute unless told otherwise */
	@JsonTypeName("throttled")
	record Throttled(@Nullable Integer seconds) implements RequestOutcome {

		public Throttled {
			Check.between("do.seconds", seconds, 0, 3600);
		}
	}

	@JsonTypeName("forbidden")
	record Forbidden(@Nullable String message) implements RequestOutcome {
	}

	/** The connection ends before the request takes effect. */
	@JsonTypeName("connection_reset")
	record ConnectionReset() implements RequestOutcome {
	}

	/** Something that is done to what leaves the venue, over REST and in streams. */
	sealed interface Edit extends Harm {

		@Override
		default boolean strikesAt(Site site) {
			return site == Site.REQUEST || site == Site.MESSAGE;
		}
	}

	/**
	 * Answers change their shape. Fields are named by their path, {@code legs.stop_price}; arrays are walked through.
	 *
	 * @param rename by path, to the new name of the last part
	 * @param set by path, to any JSON
	 */
	@JsonTypeName("fields_changed")
	record FieldsChanged(@Nullable List<String> remove, @Nullable Map<String, String> rename, @Nullable Map<String, Object> set)
			implements Edit {

		public FieldsChanged {
			Check.that("do", remove != null || rename != null || set != null, "must have one of remove, rename and set");
		}
	}

	/** @param seconds that every stamp is ahead of market time; behind it where negative */
	@JsonTypeName("clock_skew")
	record ClockSkew(@Nullable BigDecimal seconds) implements Edit {

		public ClockSkew {
			Check.present("do.seconds", seconds);
		}
	}

	/** @param abrupt whether without a word; with a close frame unless told otherwise */
	@JsonTypeName("stream_dropped")
	record StreamDropped(@Nullable Boolean abrupt) implements Harm {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.MARKET;
		}

		@Override
		public boolean once() {
			return true;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** @param pings whether pings, and whatever else a client says, are left unanswered as well, as they are unless told otherwise */
	@JsonTypeName("stream_silent")
	record StreamSilent(@Nullable Boolean pings) implements Harm {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.MESSAGE || site == Site.HEARD && !Boolean.FALSE.equals(pings);
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** Something that happens to single messages. */
	sealed interface Delivery extends Harm {

		@Override
		default boolean strikesAt(Site site) {
			return site == Site.MESSAGE;
		}

		@Override
		default boolean once() {
			return true;
		}
	}

	@JsonTypeName("event_lost")
	record EventLost() implements Delivery {

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** @param copies beyond the first, one unless told otherwise */
	@JsonTypeName("event_duplicated")
	record EventDuplicated(@Nullable Integer copies) implements Delivery {

		public EventDuplicated {
			Check.between("do.copies", copies, 1, 100);
		}
	}

	/**
	 * @param by how many later messages overtake it, one unless told otherwise
	 * @param millis how long it waits for them at most, a second unless told otherwise
	 */
	@JsonTypeName("event_reordered")
	record EventReordered(@Nullable Integer by, @Nullable Integer millis) implements Delivery {

		public EventReordered {
			Check.between("do.by", by, 1, 100);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}

	/** Later messages do not wait for it. */
	@JsonTypeName("event_delayed")
	record EventDelayed(@Nullable Integer millis) implements Delivery {

		public EventDelayed {
			Check.present("do.millis", millis);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}

	/** Something that the venue itself does to orders. */
	sealed interface Venue extends Harm {
	}

	/**
	 * Orders fill in pieces.
	 *
	 * @param largest execution, in base units
	 * @param share largest execution as a part of the order's quantity
	 */
	@JsonTypeName("partial_fills")
	record PartialFills(@Nullable BigDecimal largest, @Nullable BigDecimal share) implements Venue {

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
	}

	/** Orders are taken, offered to the market and then rejected. */
	@JsonTypeName("order_rejected")
	record OrderRejected(@Nullable String reason) implements Venue {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.LIVE;
		}

		@Override
		public boolean once() {
			return true;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	/**
	 * Stops, and orders that bring one along, are not taken; or stops are taken and then rejected.
	 *
	 * @param how {@code refused} unless told otherwise
	 */
	@JsonTypeName("stop_refused")
	record StopRefused(@Nullable Refusal how, @Nullable String message) implements Venue {

		@Override
		public boolean strikesAt(Site site) {
			return site == (how == Refusal.REJECTED ? Site.LIVE : Site.PLACEMENT);
		}

		@Override
		public boolean concerns(Occasion occasion) {
			return occasion.stop();
		}

		@Override
		public boolean once() {
			return true;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	enum Refusal {
		REFUSED, REJECTED
	}

	/** @param available as the answer claims, nothing unless told otherwise */
	@JsonTypeName("insufficient_qty")
	record InsufficientQty(@Nullable BigDecimal available) implements Venue {

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

		@Override
		public boolean once() {
			return true;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** @param how {@code accepted} unless told otherwise: orders are taken and nothing trades */
	@JsonTypeName("symbol_halted")
	record SymbolHalted(@Nullable Halt how) implements Venue {

		@Override
		public boolean strikesAt(Site site) {
			return site == (how == Halt.REFUSED ? Site.PLACEMENT : Site.EXECUTION);
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	enum Halt {
		ACCEPTED, REFUSED
	}
}
