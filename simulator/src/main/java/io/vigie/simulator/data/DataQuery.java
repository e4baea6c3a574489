package io.vigie.simulator.data;

import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What history is asked for; what is absent takes Alpaca's default: from today's midnight until now, oldest first. */
record DataQuery(@Nullable String start, @Nullable String end, @Nullable Integer limit, @Nullable String sort,
		@Nullable String timeframe) {

	private static final int DEFAULT_LIMIT = 1_000;
	private static final int LARGEST_LIMIT = 10_000;

	Instant from(Exchange exchange) {
		return start == null || start.isEmpty() ? exchange.now().truncatedTo(ChronoUnit.DAYS) : instant(start, "start");
	}

	/** Inclusive. */
	Instant to(Exchange exchange) {
		return end == null || end.isEmpty() ? exchange.now() : instant(end, "end");
	}

	boolean holds(Exchange exchange, Instant at) {
		return !at.isBefore(from(exchange)) && !at.isAfter(to(exchange));
	}

	int size() {
		int size = limit == null ? DEFAULT_LIMIT : limit;
		if (size < 1 || size > LARGEST_LIMIT) {
			throw Refused.malformed("invalid limit: must be between 1 and " + LARGEST_LIMIT);
		}
		return size;
	}

	boolean descending() {
		return "desc".equals(sort);
	}

	Span span() {
		if (timeframe == null) {
			throw Refused.malformed("timeframe is required");
		}
		return Span.of(timeframe);
	}

	private static Instant instant(String text, String name) {
		try {
			return text.contains("T") ? Instant.parse(text.contains(" ") ? text.replace(' ', '+') : text)
					: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeParseException _) {
			throw Refused.malformed("invalid " + name + ": " + text);
		}
	}
}
