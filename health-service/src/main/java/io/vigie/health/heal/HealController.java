package io.vigie.health.heal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealController {

	private final HealDesk desk;

	HealController(HealDesk desk) {
		this.desk = desk;
	}

	/** Heals what is dead, or the component named, and answers with what was done and what was seen before and after. */
	@PostMapping("/health/auto-heal")
	HealReport heal(@RequestParam(required = false) @Pattern(regexp = "[a-z]{2,20}", message = "must be the name of a component") @Nullable String component) {
		try {
			return desk.request(component).get(desk.longest().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException e) {
			throw problem(HttpStatus.GATEWAY_TIMEOUT, "Healing goes on; GET /health/heals shows what comes of it.", e);
		}
		catch (ExecutionException e) {
			throw problem(HttpStatus.INTERNAL_SERVER_ERROR, "Healing broke off; the cause is in the log of this service.", e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw problem(HttpStatus.SERVICE_UNAVAILABLE, "Stopping.", e);
		}
	}

	/** What was healed, refused or failed; the latest first. */
	@GetMapping("/health/heals")
	List<Heal> heals(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
		return desk.last(limit);
	}

	private static ErrorResponseException problem(HttpStatus status, String detail, Exception cause) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
	}
}
