package io.vigie.local.chaos;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run came to: per kind of blow, and over all. */
final class ChaosReport {

	private static final int MOST_FINDINGS = 40;

	private final List<Outcome> outcomes;

	private final List<Shield.Bare> bare;

	private final List<Finding> findings;

	ChaosReport(List<Outcome> outcomes, List<Shield.Bare> bare, List<Finding> findings) {
		this.outcomes = List.copyOf(outcomes);
		this.bare = List.copyOf(bare);
		this.findings = List.copyOf(findings);
	}

	/** Whether no money went astray. */
	boolean isClean() {
		return findings.isEmpty();
	}

	/** A table in Markdown, which reads well on a screen as well. */
	List<String> table() {
		List<String[]> rows = new ArrayList<>();
		rows.add(Stream.of(Stream.of("fault", "times", "detected in", "healed in"), Stream.of(Finding.Kind.values()).map(it -> it.column),
				Stream.of("unprotected")).flatMap(Function.identity()).toArray(String[]::new));
		Map<String, List<Outcome>> byName = new TreeMap<>();
		outcomes.forEach(outcome -> byName.computeIfAbsent(outcome.blow().name(), _ -> new ArrayList<>()).add(outcome));
		byName.forEach((name, each) -> rows.add(row(name, each, findings.stream().filter(it -> each.contains(cause(it))).toList(),
				bare.stream().filter(it -> each.stream().anyMatch(outcome -> outcome.overlaps(it.from(), it.to()))).toList())));
		List<Shield.Bare> calm = bare.stream().filter(it -> outcomes.stream().noneMatch(outcome -> outcome.overlaps(it.from(), it.to()))).toList();
		rows.add(row("between faults", List.of(), findings.stream().filter(it -> cause(it) == null).toList(), calm));
		rows.add(row("all", outcomes, findings, bare));
		return Table.lines(rows);
	}

	/** In one sentence; what is red is named as its column is. */
	String verdict() {
		return isClean() ? "Nothing was doubled, nothing was lost, and the ledger is the venue's." : Stream.of(Finding.Kind.values())
				.filter(kind -> findings.stream().anyMatch(it -> it.kind() == kind))
				.map(kind -> kind.column + " " + (kind == Finding.Kind.LEDGER ? money(findings) : count(findings, kind)))
				.collect(Collectors.joining(", ", "RED: ", "."));
	}

	List<String> summary() {
		Times healed = new Times(outcomes.stream().map(Outcome::healed).filter(Objects::nonNull).toList());
		long unhealed = outcomes.stream().filter(outcome -> !outcome.isHealed()).count();
		Times protection = new Times(bare.stream().filter(Shield.Bare::opening)
				.filter(it -> outcomes.stream().noneMatch(outcome -> outcome.overlaps(it.from(), it.to()))).map(Shield.Bare::length).toList());
		Times during = new Times(bare.stream().filter(Shield.Bare::opening)
				.filter(it -> outcomes.stream().anyMatch(outcome -> outcome.overlaps(it.from(), it.to()))).map(Shield.Bare::length).toList());
		List<String> lines = new ArrayList<>();
		lines.add("Healed (median / worst): %s; not healed within two minutes: %d.".formatted(healed.medianAndWorst(), unhealed));
		lines.add("From fill to protection outside outages: p50 %s, p99 %s (%d positions); in outages: p50 %s, p99 %s (%d positions).".formatted(
				Times.seconds(protection.percentile(50)), Times.seconds(protection.percentile(99)), protection.size(),
				Times.seconds(during.percentile(50)), Times.seconds(during.percentile(99)), during.size()));
		outcomes.stream().filter(outcome -> outcome.strikes() == 0)
				.forEach(outcome -> lines.add("Found nothing to strike: %s at %s.".formatted(outcome.blow().name(), outcome.from())));
		outcomes.stream().filter(outcome -> !outcome.isHealed())
				.forEach(outcome -> lines.add("Not healed: %s at %s: %s.".formatted(outcome.blow().name(), outcome.from(), outcome.left())));
		findings.stream().limit(MOST_FINDINGS).forEach(it -> lines.add("%s: %s%s".formatted(it.kind(), it.what(), when(it))));
		if (findings.size() > MOST_FINDINGS) {
			lines.add("… and %d more.".formatted(findings.size() - MOST_FINDINGS));
		}
		return lines;
	}

	private String when(Finding finding) {
		Outcome cause = cause(finding);
		return cause == null ? "" : " (after %s at %s)".formatted(cause.blow().name(), cause.from());
	}

	private static String[] row(String name, List<Outcome> outcomes, List<Finding> findings, List<Shield.Bare> bare) {
		return new String[] {name, outcomes.isEmpty() ? "" : Integer.toString(outcomes.size()), times(outcomes.stream().map(Outcome::detected)),
				times(outcomes.stream().map(Outcome::healed)), count(findings, Finding.Kind.DOUBLED_ORDER), count(findings, Finding.Kind.LOST_ORDER),
				count(findings, Finding.Kind.LOST_FILL), money(findings), Times.seconds(new Times(bare.stream().map(Shield.Bare::length).toList()).total())};
	}

	private static String times(Stream<Duration> values) {
		return new Times(values.filter(Objects::nonNull).toList()).medianAndWorst();
	}

	private static String count(Collection<Finding> findings, Finding.Kind kind) {
		return Long.toString(findings.stream().filter(it -> it.kind() == kind).count());
	}

	private static String money(Collection<Finding> findings) {
		BigDecimal sum = findings.stream().filter(it -> it.kind() == Finding.Kind.LEDGER).map(Finding::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		return sum.stripTrailingZeros().toPlainString();
	}

	/** The last blow before it; the first of a step where there were two. */
	private @Nullable Outcome cause(Finding finding) {
		Instant at = finding.at();
		Instant marketAt = finding.marketAt();
		return outcomes.stream().filter(outcome -> at != null && !outcome.from().isAfter(at) || marketAt != null && !outcome.market().isAfter(marketAt))
				.reduce((first, later) -> later.from().isAfter(first.from()) ? later : first).orElse(null);
	}
}
