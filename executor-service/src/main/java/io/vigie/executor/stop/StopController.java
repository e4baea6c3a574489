package io.vigie.executor.stop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/trading")
class StopController {

	private final EmergencyStop emergency;

	StopController(EmergencyStop emergency) {
		this.emergency = emergency;
	}

	/** Returns when no new entry can come into being; cancelling and closing goes on, and {@code GET} tells how far it is. */
	@PostMapping("/emergency-stop")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Progress stop(@RequestBody @Valid Call call) {
		emergency.call(call.reason);
		return emergency.progress();
	}

	@GetMapping("/emergency-stop")
	Progress progress() {
		return emergency.progress();
	}

	/** Resuming what runs is no error: it says so. */
	@PostMapping("/resume")
	Progress resume(@RequestBody @Valid Resumption resumption) {
		emergency.inForce().ifPresent(stop -> {
			if (stop.flatAt() == null && !Boolean.TRUE.equals(resumption.evenIfNotFlat)) {
				throw new ResponseStatusException(HttpStatus.CONFLICT, "Orders are still being cancelled and positions closed; "
						+ "wait until GET /trading/emergency-stop says FLAT, or send even_if_not_flat: true to leave the rest as it is");
			}
			emergency.resume(stop, resumption.reason);
		});
		return emergency.progress();
	}

	record Call(@NotBlank(message = "must say why") @Size(max = 500) String reason) {
	}

	/** @param evenIfNotFlat give up closing what is left */
	record Resumption(@NotBlank(message = "must say why") @Size(max = 500) String reason, @Nullable Boolean evenIfNotFlat) {
	}
}
