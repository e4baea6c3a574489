package io.vigie.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The faults that are still to strike. Thread-safe. */
@Component
class Faults {

	private final List<Fault> waiting = new ArrayList<>();

	synchronized void add(Fault fault) {
		waiting.add(fault);
	}

	synchronized void clear() {
		waiting.clear();
	}

	synchronized List<Fault> waiting() {
		return List.copyOf(waiting);
	}

	/** The first that hits the request; counts as one strike. */
	synchronized Optional<Fault> strike(String method, String path) {
		for (int i = 0; i < waiting.size(); i++) {
			Fault fault = waiting.get(i);
			if (fault.hits(method, path)) {
				if (fault.strikes() == 1) {
					waiting.remove(i);
				}
				else {
					waiting.set(i, fault.once());
				}
				return Optional.of(fault);
			}
		}
		return Optional.empty();
	}
}
