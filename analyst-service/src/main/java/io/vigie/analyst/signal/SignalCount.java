package io.vigie.analyst.signal;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many signals there were, for who takes stock. */
@Component
public class SignalCount {

	private final Signals signals;

	SignalCount(Signals signals) {
		this.signals = signals;
	}

	/** Signals said since the instant, wall clock, by bot. */
	public Map<String, Long> since(Instant instant) {
		return signals.countSince(instant);
	}
}
