package io.vigie.executor.trace;

import io.vigie.engine.order.OrderState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/trading")
class TradingController {

	private final Traces traces;

	TradingController(Traces traces) {
		this.traces = traces;
	}

	@GetMapping("/orders")
	List<Map<String, Object>> orders(@RequestParam(required = false) @Nullable OrderState state,
			@RequestParam(required = false) @Nullable String bot, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return traces.orders(state == null ? null : state.name(), bot, limit);
	}

	@GetMapping("/trades")
	List<Map<String, Object>> trades(@RequestParam(required = false) @Nullable String bot,
			@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return traces.trades(bot, limit);
	}

	@GetMapping("/trades/{id}/why")
	Why why(@PathVariable UUID id) {
		return traces.why(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No trade has the id " + id));
	}
}
