package io.vigie.executor.reconcile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a reconciliation found.
 *
 * @param booked entries of the broker's history that were missing and are booked now
 * @param drifts what differs after that
 */
public record Report(UUID id, String reason, int booked, List<Drift> drifts, Map<String, String> compared, Instant finishedAt) {

	public String summary() {
		String found = booked == 0 ? "" : booked + " missing entries booked; ";
		return found + (drifts.isEmpty() ? "books and broker agree"
				: "drift: " + drifts.stream().map(Drift::words).collect(Collectors.joining("; ")));
	}

	public Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>(compared);
		facts.put("drifts", String.valueOf(drifts.size()));
		facts.put("booked", String.valueOf(booked));
		drifts.forEach(it -> facts.put("drift." + it.kind() + "." + it.subject(), it.difference().toPlainString()));
		return facts;
	}
}
