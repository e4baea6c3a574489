package io.vigie.analyst.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The last few assignments, ready to be worked on: reading the data again for each message would take longer than the work. */
@Component
class Assignments {

	private static final int KEPT = 4;

	private final Map<UUID, Assignment> ready = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<UUID, Assignment> eldest) {
			return size() > KEPT;
		}
	};

	private final Pasts pasts;

	Assignments(Pasts pasts) {
		this.pasts = pasts;
	}

	/** @throws IllegalArgumentException with a sentence, where the request can't be carried out */
	synchronized Assignment of(UUID id, BacktestRequest request) {
		return ready.computeIfAbsent(id, _ -> Assignment.of(request, pasts));
	}
}
