package io.vigie.simulator.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.simulator.exchange.Refused;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The length of bars as Alpaca spells it ({@code 1Min}, {@code 4Hour}, {@code 1Day}); days are UTC days. */
record Span(int amount, char unit) {

	private static final Pattern SPELLING = Pattern.compile("(\\d{1,2})(Min|T|Hour|H|Day|D|Week|W|Month|M)");

	static Span of(String text) {
		Matcher matcher = SPELLING.matcher(text);
		if (!matcher.matches() || matcher.group(1).equals("0")) {
			throw Refused.malformed("invalid timeframe: " + text);
		}
		char unit = switch (matcher.group(2)) {
			case "Min", "T" -> 'T';
			case "Hour", "H" -> 'H';
			case "Day", "D" -> 'D';
			case "Week", "W" -> 'W';
			default -> 'M';
		};
		return new Span(Integer.parseInt(matcher.group(1)), unit);
	}

	/** Minutes put together; only bars that are over by then, so that nobody takes half a bar for a whole one. */
	List<Bar> aggregate(List<Bar> minutes, Instant now) {
		List<Bar> bars = new ArrayList<>();
		Bar building = null;
		for (Bar minute : minutes) {
			Instant begin = floor(minute.openAt());
			if (building != null && building.openAt().equals(begin)) {
				building = join(building, minute);
				continue;
			}
			if (building != null) {
				bars.add(building);
			}
			building = at(minute, begin);
		}
		if (building != null && !end(building.openAt()).isAfter(now)) {
			bars.add(building);
		}
		return bars;
	}

	Instant floor(Instant at) {
		LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
		return switch (unit) {
			case 'T' -> floor(at, Duration.ofMinutes(amount));
			case 'H' -> floor(at, Duration.ofHours(amount));
			case 'D' -> start(date);
			case 'W' -> start(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
			default -> start(date.withDayOfMonth(1));
		};
	}

	private Instant end(Instant begin) {
		LocalDate date = begin.atZone(ZoneOffset.UTC).toLocalDate();
		return switch (unit) {
			case 'T' -> begin.plus(Duration.ofMinutes(amount));
			case 'H' -> begin.plus(Duration.ofHours(amount));
			case 'D' -> start(date.plusDays(1));
			case 'W' -> start(date.plusWeeks(1));
			default -> start(date.plusMonths(1));
		};
	}

	private static Instant floor(Instant at, Duration length) {
		return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
	}

	private static Instant start(LocalDate date) {
		return date.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static Bar at(Bar bar, Instant begin) {
		return new Bar(bar.symbol(), Timeframe.M1, begin, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.trades(),
				bar.lastSequence());
	}

	private static Bar join(Bar first, Bar next) {
		return new Bar(first.symbol(), Timeframe.M1, first.openAt(), first.open(), first.high().max(next.high()),
				first.low().min(next.low()), next.close(), first.volume().add(next.volume()), first.trades() + next.trades(),
				next.lastSequence());
	}
}
