package io.vigie.local.process;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * One process of the platform as the supervisor sees it.
 *
 * @param after names of the parts that must be up first
 * @param launch asked before every start; may take its time (unpacking, formatting)
 * @param stopSignal the signal that makes it stop in good order
 */
public record Part(String name, int port, List<String> after, Supplier<Launch> launch, Probe probe, String stopSignal,
		Duration startLimit, Duration stopLimit) {

	public Part {
		after = List.copyOf(after);
	}
}
