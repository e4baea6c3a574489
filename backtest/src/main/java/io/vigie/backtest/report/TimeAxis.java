package io.vigie.backtest.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Time laid out from left to right, in UTC. */
record TimeAxis(long first, long last, int width) {

	private static final int MOST_TICKS = 9;

	/** Steps that people count in, each with how its ticks are written. */
	private enum Step {

		MINUTE(Duration.ofMinutes(1), "HH:mm"), FIVE(Duration.ofMinutes(5), "HH:mm"), QUARTER(Duration.ofMinutes(15), "HH:mm"),
		HOUR(Duration.ofHours(1), "d MMM HH:mm"), SIX(Duration.ofHours(6), "d MMM HH:mm"), DAY(Duration.ofDays(1), "d MMM"),
		WEEK(Duration.ofDays(7), "d MMM"), MONTH(Duration.ofDays(30), "MMM yyyy"), SEASON(Duration.ofDays(91), "MMM yyyy"),
		YEAR(Duration.ofDays(365), "yyyy"), LUSTRE(Duration.ofDays(5 * 365), "yyyy"), SCORE(Duration.ofDays(20 * 365), "yyyy");

		private final Duration about;
		private final DateTimeFormatter words;

		Step(Duration about, String pattern) {
			this.about = about;
			words = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
		}

		private LocalDateTime floor(LocalDateTime at) {
			return switch (this) {
				case MINUTE, FIVE, QUARTER, HOUR, SIX, DAY, WEEK -> {
					long seconds = at.toEpochSecond(ZoneOffset.UTC);
					yield LocalDateTime.ofEpochSecond(Math.floorDiv(seconds, about.toSeconds()) * about.toSeconds(), 0, ZoneOffset.UTC);
				}
				case MONTH -> at.toLocalDate().withDayOfMonth(1).atStartOfDay();
				case SEASON -> at.toLocalDate().withDayOfMonth(1).withMonth((at.getMonthValue() - 1) / 3 * 3 + 1).atStartOfDay();
				case YEAR -> at.toLocalDate().withDayOfYear(1).atStartOfDay();
				case LUSTRE -> at.toLocalDate().withDayOfYear(1).withYear(Math.floorDiv(at.getYear(), 5) * 5).atStartOfDay();
				case SCORE -> at.toLocalDate().withDayOfYear(1).withYear(Math.floorDiv(at.getYear(), 20) * 20).atStartOfDay();
			};
		}

		private LocalDateTime next(LocalDateTime at) {
			return switch (this) {
				case MINUTE, FIVE, QUARTER, HOUR, SIX, DAY, WEEK -> at.plus(about);
				case MONTH -> at.plusMonths(1);
				case SEASON -> at.plusMonths(3);
				case YEAR -> at.plusYears(1);
				case LUSTRE -> at.plusYears(5);
				case SCORE -> at.plusYears(20);
			};
		}
	}

	/** A place on the axis and what is written there. */
	record Tick(long at, String words) {
	}

	/** From the left, in units of the width. */
	long right(long at) {
		return Math.round(width * share(at));
	}

	/** From the left, in per cent. */
	String percent(long at) {
		return Html.number(100 * share(at));
	}

	private double share(long at) {
		return last == first ? 0.5 : (double) (at - first) / (last - first);
	}

	List<Tick> ticks() {
		Step step = Step.SCORE;
		for (Step it : Step.values()) {
			if ((last - first) / it.about.toSeconds() <= MOST_TICKS) {
				step = it;
				break;
			}
		}
		LocalDateTime begin = LocalDateTime.ofEpochSecond(first, 0, ZoneOffset.UTC);
		LocalDateTime end = LocalDateTime.ofEpochSecond(last, 0, ZoneOffset.UTC);
		List<Tick> ticks = new ArrayList<>();
		for (LocalDateTime at = step.floor(begin); !at.isAfter(end); at = step.next(at)) {
			long second = at.toEpochSecond(ZoneOffset.UTC);
			if (second >= first) {
				ticks.add(new Tick(second, step.words.format(at)));
			}
		}
		return ticks;
	}
}
