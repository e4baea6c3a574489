package io.vigie.simulator.control;

import io.vigie.simulator.stream.Connections;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /simulator/faults} and {@code /simulator/disconnect}: things that go wrong at real venues, on demand. */
@RestController
@RequestMapping("/simulator")
class FaultController {

	private final Faults faults;
	private final Connections connections;

	FaultController(Faults faults, Connections connections) {
		this.faults = faults;
		this.connections = connections;
	}

	@GetMapping("/faults")
	List<Fault> list() {
		return faults.waiting();
	}

	@PostMapping("/faults")
	List<Fault> add(@RequestBody Fault fault) {
		faults.add(fault.validated());
		return faults.waiting();
	}

	@DeleteMapping("/faults")
	List<Fault> clear() {
		faults.clear();
		return faults.waiting();
	}

	/** Cuts every WebSocket off. */
	@PostMapping("/disconnect")
	Map<String, Integer> disconnect() {
		return Map.of("disconnected", connections.cut());
	}
}
