package io.vigie.simulator.trading;

import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.market.Market;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/clock} and {@code /v2/calendar}: market time, of a market that never closes. */
@RestController
class ClockController {

	private static final int MOST_DAYS = 3660;

	private final Market market;

	ClockController(Market market) {
		this.market = market;
	}

	@GetMapping("/v2/clock")
	ClockView clock() {
		Instant now = market.read(Exchange::now);
		Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
		return new ClockView(now, true, midnight, midnight);
	}

	@GetMapping("/v2/calendar")
	List<Day> calendar(@RequestParam(required = false) @Nullable LocalDate start,
			@RequestParam(required = false) @Nullable LocalDate end) {
		LocalDate today = market.read(Exchange::now).atZone(ZoneOffset.UTC).toLocalDate();
		LocalDate first = start == null ? today.minusYears(1) : start;
		LocalDate last = end == null ? today.plusYears(1) : end;
		if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
			throw Refused.invalid("start and end must not be more than " + MOST_DAYS + " days apart");
		}
		return first.isAfter(last) ? List.of() : first.datesUntil(last.plusDays(1)).map(Day::of).toList();
	}

	record ClockView(Instant timestamp, boolean isOpen, Instant nextOpen, Instant nextClose) {
	}

	record Day(LocalDate date, String open, String close, String sessionOpen, String sessionClose, LocalDate settlementDate) {

		private static Day of(LocalDate date) {
			return new Day(date, "00:00", "23:59", "0000", "2359", date);
		}
	}
}
