package io.vigie.executor.wish;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WishController {

	private final WishDesk desk;

	WishController(WishDesk desk) {
		this.desk = desk;
	}

	/** Returns when the wish is on its way to risk: {@code GET /risk/verdicts} says what it said, {@code GET /trading/orders} what came of it. */
	@PostMapping("/trading/orders")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Asked ask(@RequestBody @Valid Wish wish) {
		return new Asked(desk.ask(wish));
	}

	record Asked(UUID proposalId) {
	}
}
