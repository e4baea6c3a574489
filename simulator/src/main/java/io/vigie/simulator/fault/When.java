package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the occasions that fit are struck, and when. Times are market time; only occasions inside them are counted.
 *
 * @param times how many are struck at most
 * @param after how many are spared first
 * @param probability of each, drawn from the script's seed
 * @param matches exactly these, counted from 1: what a recorded run is played again by
 * @param fromSeconds since the fault was armed
 * @param untilSeconds since the fault was armed
 * @param forSeconds since it first struck
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record When(@Nullable Integer times, @Nullable Integer after, @Nullable BigDecimal probability,
		@Nullable List<Integer> matches, @Nullable Instant from, @Nullable Instant until, @Nullable BigDecimal fromSeconds,
		@Nullable BigDecimal untilSeconds, @Nullable BigDecimal forSeconds) {

	static final When ALWAYS = new When(null, null, null, null, null, null, null, null, null);

	public When {
		Check.between("when.times", times, 1, Integer.MAX_VALUE);
		Check.between("when.after", after, 0, Integer.MAX_VALUE);
		Check.that("when.probability", probability == null || probability.signum() > 0 && probability.compareTo(BigDecimal.ONE) <= 0,
				"must be above 0 and at most 1");
		Check.that("when.matches", matches == null || matches.stream().allMatch(it -> it != null && it > 0), "must count from 1");
		Check.that("when.from_seconds", from == null || fromSeconds == null, "can't be given together with from");
		Check.that("when.until_seconds", until == null || untilSeconds == null, "can't be given together with until");
		notNegative("when.from_seconds", fromSeconds);
		notNegative("when.until_seconds", untilSeconds);
		notNegative("when.for_seconds", forSeconds);
	}

	/** @param firstAt when it struck first, absent before that */
	boolean includes(Instant at, Instant armedAt, @Nullable Instant firstAt) {
		Instant begin = fromSeconds == null ? from : after(armedAt, fromSeconds);
		Instant end = untilSeconds == null ? until : after(armedAt, untilSeconds);
		return (begin == null || !at.isBefore(begin)) && (end == null || at.isBefore(end))
				&& (forSeconds == null || firstAt == null || at.isBefore(after(firstAt, forSeconds)));
	}

	/** The same window, and exactly these occasions in it. */
	When exactly(List<Integer> ordinals) {
		return new When(null, null, null, ordinals, from, until, fromSeconds, untilSeconds, forSeconds);
	}

	private static Instant after(Instant instant, BigDecimal seconds) {
		return instant.plus(Duration.ofNanos(seconds.movePointRight(9).longValue()));
	}

	private static void notNegative(String field, @Nullable BigDecimal seconds) {
		Check.that(field, seconds == null || seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0,
				"must be a number of seconds");
	}
}
