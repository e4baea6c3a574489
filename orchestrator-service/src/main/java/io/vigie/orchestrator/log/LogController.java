package io.vigie.orchestrator.log;

import io.vigie.common.message.AgentLogged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogController {

	private final LogStore store;

	LogController(LogStore store) {
		this.store = store;
	}

	/** What the agents thought, criticised, decided and did; the latest first. */
	@GetMapping("/orchestrator/logs")
	List<LogEntry> logs(@RequestParam(required = false) @Size(max = 50) @Nullable String service,
			@RequestParam(required = false) @Size(max = 50) @Nullable String bot,
			@RequestParam(required = false) AgentLogged.@Nullable Kind kind,
			@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return store.last(service, bot, kind, limit);
	}
}
