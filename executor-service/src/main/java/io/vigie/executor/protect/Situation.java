package io.vigie.executor.protect;

import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.order.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one position that decides what to do about its protection. A pure rule: the same situation, the same plan.
 *
 * @param open orders of the position that have not ended
 * @param entry the one it came from last, where it came from one
 * @param followers stops and exits since that entry, oldest first
 * @param dropped those among them that the venue took and ended by itself, lately
 * @param level where a stop has to be
 * @param target where it is to be sold with profit
 * @param price the last one seen, where one was
 * @param bareFor how long it has been without a stop for all of it, as far as was looked: one may have stood between two looks
 */
record Situation(BigDecimal held, List<Order> open, @Nullable Order entry, List<Order> followers, Set<UUID> dropped, BigDecimal level,
		@Nullable BigDecimal target, @Nullable BigDecimal price,
		Duration bareFor, Instant now, ProtectionSettings settings) {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
	private static final int MOST_DOUBLINGS = 7;

	Plan plan() {
		if (isOpen(OrderRole.EXIT)) {
			return new Plan.Await("it is being sold");
		}
		Optional<Order> filling = open.stream().filter(it -> it.is(OrderRole.ENTRY) && it.life().filled().signum() > 0).findFirst();
		if (filling.isPresent()) {
			return whileFilling(filling.get());
		}
		return closed().or(this::settled).orElseGet(this::sized);
	}

	/** A bracket's legs sleep, and a stop beside an open buy would be a wash trade. */
	private Plan whileFilling(Order filling) {
		if (bareFor.compareTo(settings.fillWait()) < 0) {
			return new Plan.Await("its entry is still filling");
		}
		return bareFor.compareTo(settings.within()) < 0
				? new Plan.Cancel(filling, "its entry fills too slowly to go without a stop any longer")
				: closeAfterPause("its entry can't be ended, and no stop can stand").orElseThrow();
	}

	/** What no stop can help any more. */
	private Optional<Plan> closed() {
		if (target != null && price != null && price.compareTo(target) >= 0 && !isOpen(OrderRole.TAKE_PROFIT) && !isTrailed()) {
			return closeAfterPause("its target " + target.toPlainString() + " is reached");
		}
		if (price != null && stops().stream().anyMatch(it -> it.terms().limitPrice() != null && price.compareTo(it.terms().limitPrice()) < 0)) {
			return closeAfterPause("the price ran through the limit of its stop");
		}
		if (covered().compareTo(held) >= 0) {
			return Optional.empty();
		}
		if (failures() >= settings.attempts()) {
			return closeAfterPause("the venue refused or dropped its stop " + failures() + " times");
		}
		Duration bare = sinceOneStood();
		if (bare.compareTo(settings.within()) >= 0) {
			return closeAfterPause("it has been without a stop for " + bare.toMillis() + " ms");
		}
		if (covered().signum() == 0 && price != null && price.compareTo(level) <= 0) {
			return closeAfterPause("the price " + price.toPlainString() + " is at its stop " + level.toPlainString() + " already, and none stands");
		}
		return Optional.empty();
	}

	/** The venue's word about a stop is missing, or a refused one is given a moment. */
	private Optional<Plan> settled() {
		Optional<Order> unsure = open.stream().filter(it -> it.isOwnProtection() && it.life().isUnconfirmed()).findFirst();
		if (unsure.isPresent()) {
			boolean fresh = now.isBefore(unsure.get().changedAt().plus(FIRST_PAUSE));
			return Optional.of(fresh ? new Plan.Await("its stop is on its way") : new Plan.Ask(unsure.get()));
		}
		if (entry != null && entry.hasLegsToLearn()) {
			return Optional.of(new Plan.Ask(entry));
		}
		Optional<Order> target = open.stream().filter(it -> it.isOwnProtection() && it.hasLegsToLearn()).findFirst();
		if (target.isPresent()) {
			return Optional.of(new Plan.Ask(target.get()));
		}
		Optional<Order> last = last(OrderRole.STOP_LOSS).filter(it -> it.life().state() == OrderState.REJECTED);
		return last.filter(it -> now.isBefore(it.changedAt().plus(pause(failures() - 1)))).map(_ -> new Plan.Await("its stop was refused just now"));
	}

	private Plan sized() {
		BigDecimal missing = held.subtract(covered());
		List<Order> own = stops().stream().filter(Order::isOwn).toList();
		if (missing.signum() == 0 || missing.signum() < 0 && own.isEmpty()) {
			return new Plan.Keep();
		}
		return own.isEmpty() ? new Plan.Place(missing, level)
				: new Plan.Cancel(own.getFirst(), "its stop is for " + covered().toPlainString() + ", held are " + held.toPlainString());
	}

	/** For which the venue has confirmed a stop that is live. */
	BigDecimal covered() {
		return stops().stream().filter(it -> !it.life().isUnconfirmed()).map(Order::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Those that live: a bracket's legs sleep until their entry has filled whole. */
	List<Order> stops() {
		return open.stream().filter(it -> it.is(OrderRole.STOP_LOSS)).filter(it -> it.isOwn() || !isOpenEntry(it.parentId())).toList();
	}

	/** Placed by the executor, or come with the entry; not beside a target that somebody wanted. */
	boolean isOurs(Order stop) {
		return stop.isOwn() || entry != null && entry.id().equals(stop.parentId());
	}

	/** Without a stop for all of it: a long time between two looks at moments without one is no long time without. */
	private Duration sinceOneStood() {
		return followers.stream().filter(it -> it.is(OrderRole.STOP_LOSS) && it.life().quantity().compareTo(held) >= 0 && hasStood(it))
			.map(it -> Duration.between(it.changedAt(), now)).filter(it -> it.compareTo(bareFor) < 0).min(Duration::compareTo).orElse(bareFor);
	}

	/** The legs of an entry that did not fill whole never woke. */
	private boolean hasStood(Order stop) {
		boolean slept = !stop.isOwn() && entry != null && entry.id().equals(stop.parentId()) && entry.life().state() != OrderState.FILLED;
		boolean ended = stop.life().state() == OrderState.CANCELED || stop.life().state() == OrderState.EXPIRED;
		return ended && !slept && stop.venueOrderId() != null;
	}

	/** Stops in a row, up to now, that the venue refused, or took and dropped again. */
	private int failures() {
		int failed = 0;
		for (Order it : followers.reversed()) {
			boolean fails = it.life().state() == OrderState.REJECTED || dropped.contains(it.id());
			if (it.is(OrderRole.STOP_LOSS) && !fails || it.is(OrderRole.EXIT) && it.life().state() != OrderState.REJECTED) {
				return failed;
			}
			failed += it.is(OrderRole.STOP_LOSS) ? 1 : 0;
		}
		return failed;
	}

	/** An exit that was refused is tried again, each time after a longer pause. */
	private Optional<Plan> closeAfterPause(String why) {
		long exits = followers.stream().filter(it -> it.is(OrderRole.EXIT) && it.life().state() == OrderState.REJECTED).count();
		boolean tooSoon = last(OrderRole.EXIT).filter(it -> now.isBefore(it.changedAt().plus(pause((int) exits)))).isPresent();
		return Optional.of(tooSoon ? new Plan.Await("its exit was refused just now") : new Plan.Close(why));
	}

	private Optional<Order> last(OrderRole role) {
		return followers.stream().filter(it -> it.is(role)).reduce((_, later) -> later);
	}

	private static Duration pause(int refusals) {
		return FIRST_PAUSE.multipliedBy(1L << Math.clamp(refusals, 0, MOST_DOUBLINGS));
	}

	private boolean isOpen(OrderRole role) {
		return open.stream().anyMatch(it -> it.is(role));
	}

	/** Somebody wants it sold where it turns, however high it gets before. */
	private boolean isTrailed() {
		return stops().stream().anyMatch(it -> it.terms().trail() != null);
	}

	private boolean isOpenEntry(@Nullable UUID id) {
		return open.stream().anyMatch(it -> it.is(OrderRole.ENTRY) && it.id().equals(id));
	}
}
