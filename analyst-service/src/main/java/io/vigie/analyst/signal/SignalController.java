package io.vigie.analyst.signal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignalController {

	private final Signals signals;

	SignalController(Signals signals) {
		this.signals = signals;
	}

	/** Signals with their indicator values and reasoning, newest first, whichever instance raised them. */
	@GetMapping("/analyst/signals")
	List<StoredSignal> newest(@RequestParam(required = false) @Size(max = 64) @Nullable String bot,
			@RequestParam(required = false) @Size(max = 32) @Nullable String symbol,
			@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return signals.newest(bot, symbol, limit);
	}
}
