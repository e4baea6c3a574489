package io.vigie.executor.reconcile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a reconciliation found.
 *
 * @param booked how many corrections are in the books now
 * @param drifts what differs after that
 * @param findings every difference that was seen, with its class
 * @param settled books and broker stood still long enough to be compared; where not, nothing is called unexplained yet
 * @param unexplained what the differences that nothing explains are worth in all, corrected or not
 */
public record Report(UUID id, String reason, int booked, List<Drift> drifts, List<Finding> findings, boolean settled,
		BigDecimal unexplained, Map<String, String> compared, Instant finishedAt) {

	public String summary() {
		String found = findings.isEmpty() ? "" : findings.stream().map(Finding::words).collect(Collectors.joining(", ")) + "; ";
		String left = drifts.isEmpty() ? "books and broker agree"
				: "drift: " + drifts.stream().map(Drift::words).collect(Collectors.joining("; "));
		return found + left + (settled ? "" : "; events are still on their way");
	}

	public Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>(compared);
		facts.put("drifts", String.valueOf(drifts.size()));
		facts.put("booked", String.valueOf(booked));
		facts.put("unexplained", unexplained.toPlainString());
		facts.put("settled", String.valueOf(settled));
		findings.stream().collect(Collectors.groupingBy(Finding::driftClass, Collectors.counting()))
			.forEach((driftClass, count) -> facts.put("found." + driftClass.name().toLowerCase(java.util.Locale.ROOT), count.toString()));
		drifts.forEach(it -> facts.put("drift." + it.kind() + "." + it.subject(), it.difference().toPlainString()));
		return facts;
	}
}
