package io.vigie.sentinel.bar;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored bars, from which others warm up. */
@RestController
@RequestMapping("/sentinel/bars")
class BarController {

	private static final Duration PATIENCE = Duration.ofSeconds(2);
	private static final Duration FAR = Duration.ofDays(365_000);

	private final BarStore store;
	private final BarWriter writer;
	private final Clock clock;

	BarController(BarStore store, BarWriter writer, Clock clock) {
		this.store = store;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * The latest bars that had closed by {@code before}, newest last. Everything told on the topic before the question is in
	 * the answer; while that can't be so, the answer is 503.
	 */
	@GetMapping
	List<Bar> bars(@RequestParam @Pattern(regexp = "[A-Z0-9.]{1,12}(/[A-Z]{2,8})?",
			message = "must be a symbol such as AAPL or BTC/USD") String symbol,
			@RequestParam Timeframe timeframe, @RequestParam(required = false) @Nullable Instant before,
			@RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) throws InterruptedException {
		Instant latest = clock.instant().plus(FAR);
		Instant until = before == null || before.isAfter(latest) ? latest : before;
		if (writer.isHistoryAwaited(symbol)) {
			throw notYet("The history of " + symbol + " is still being fetched from the venue.");
		}
		if (!writer.settle(PATIENCE)) {
			throw notYet("Bars that have closed are still being stored.");
		}
		return store.closedBy(symbol, timeframe, until, limit);
	}

	private static ErrorResponseException notYet(String why) {
		var problem = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
		problem.setDetail(why);
		problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
		return problem;
	}
}
