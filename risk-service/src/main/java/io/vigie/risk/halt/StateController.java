package io.vigie.risk.halt;

import io.vigie.common.bot.Bots;
import io.vigie.engine.risk.TradingState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StateController {

	private final StateDesk desk;
	private final Bots bots;

	StateController(StateDesk desk, Bots bots) {
		this.desk = desk;
		this.bots = bots;
	}

	/** Who may buy, and who said so, when and why. */
	@GetMapping("/risk/states")
	StatesView states() {
		return desk.view();
	}

	/** Lets one bot, or all, trade freely, only reduce, or not buy at all. Exits go through in every state. */
	@PostMapping("/risk/states")
	StatesView change(@Valid @RequestBody Wish wish) {
		if (wish.bot != null && bots.named(wish.bot).isEmpty()) {
			throw new ErrorResponseException(HttpStatus.NOT_FOUND,
					ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no bot of that name."), null);
		}
		return desk.change(wish.bot, wish.state, wish.reason.strip(), wish.by == null ? "operator" : wish.by.strip());
	}

	/**
	 * @param bot none for all
	 * @param by who wants it
	 */
	record Wish(@Size(max = 40) @Nullable String bot, @NotNull(message = "must be ACTIVE, REDUCING or HALTED") TradingState state,
			@NotBlank(message = "must say why") @Size(max = 500) String reason, @Size(min = 1, max = 100) @Nullable String by) {
	}
}
