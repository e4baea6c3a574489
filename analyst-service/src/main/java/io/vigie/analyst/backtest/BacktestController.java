package io.vigie.analyst.backtest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BacktestController {

	private final BacktestDesk desk;
	private final Backtests backtests;

	BacktestController(BacktestDesk desk, Backtests backtests) {
		this.desk = desk;
		this.backtests = backtests;
	}

	/** Accepts a backtest, or a sweep of them, to be worked off; its progress and its result are at the location answered. */
	@PostMapping("/analyst/backtests")
	ResponseEntity<Accepted> take(@RequestBody @Valid BacktestRequest request) {
		UUID id = desk.take(request)
			.orElseThrow(() -> problem(HttpStatus.TOO_MANY_REQUESTS, "Too many backtests are unfinished; wait for one of them."));
		return ResponseEntity.accepted().location(URI.create("/analyst/backtests/" + id)).body(new Accepted(id));
	}

	/** Newest first, without their results. */
	@GetMapping("/analyst/backtests")
	List<StoredBacktest> newest(@RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
		return backtests.newest(limit);
	}

	/** How far it is ({@code done} of {@code trials}), and when it is done what came of it. */
	@GetMapping("/analyst/backtests/{id}")
	StoredBacktest one(@PathVariable UUID id) {
		return backtests.find(id).orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no backtest " + id + "."));
	}

	record Accepted(UUID id) {
	}

	static ErrorResponseException problem(HttpStatus status, String detail) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
	}
}
