package io.vigie.simulator.injection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.simulator.fault.Armed;
import io.vigie.simulator.fault.BadScript;
import io.vigie.simulator.fault.Fault;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.fault.ScriptReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /simulator/faults}: what goes wrong at real venues, on demand. */
@RestController
@RequestMapping("/simulator/faults")
class FaultController {

	private final Injector injector;

	FaultController(Injector injector) {
		this.injector = injector;
	}

	@GetMapping
	List<State> list() {
		return injector.armed().stream().map(State::of).toList();
	}

	/** Arms a script, or a single fault, beside what is armed already. */
	@PostMapping
	List<State> arm(@RequestBody(required = false) @Nullable String script) {
		injector.arm(ScriptReader.read(script == null ? "" : script));
		return list();
	}

	/** Nothing goes wrong any more; what struck stays on record. */
	@DeleteMapping
	List<State> disarm() {
		injector.disarm();
		return list();
	}

	/** @param after number of a firing; those after it are told, oldest first */
	@GetMapping("/firings")
	List<Struck> firings(@RequestParam(defaultValue = "0") long after) {
		return injector.firings(after).stream().map(Struck::of).toList();
	}

	@DeleteMapping("/firings")
	List<Struck> forget() {
		injector.forget();
		return firings(0);
	}

	/** What is armed and what of it struck, as a script by which exactly that happens again. */
	@GetMapping(path = "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
	String replay() {
		return ScriptReader.MAPPER.writeValueAsString(injector.replay());
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(BadScript bad) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", 42210000);
		body.put("message", String.valueOf(bad.getMessage()));
		body.put("field", bad.field());
		if (bad.line() > 0) {
			body.put("line", bad.line());
		}
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(body);
	}

	/**
	 * @param matched occasions that fitted so far
	 * @param fired how many of them were struck
	 * @param over whether it will never strike again
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record State(String name, String kind, Instant armedAt, int matched, int fired, boolean over, @Nullable Instant firstAt, Fault fault) {

		private static State of(Armed armed) {
			return new State(armed.name(), armed.fault().harm().kind(), armed.at(), armed.matched(), armed.fired(), armed.over(),
					armed.firstAt(), armed.fault());
		}
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Struck(long number, String fault, String kind, int match, Instant at, Instant wallTime, String site, String what,
			@Nullable String id) {

		private static Struck of(Injector.Struck struck) {
			Firing it = struck.firing();
			return new Struck(struck.number(), it.fault(), it.kind(), it.match(), it.at(), struck.wallTime(),
					it.site().name().toLowerCase(Locale.ROOT), it.what(), it.id());
		}
	}
}
