package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Component;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosReportTests {

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	private static final Blow RISK = new Blow.Kill(Component.RISK);

	private static final Blow DROPPED = new Blow.Trouble("streams dropped", "{}", Duration.ofSeconds(3));

	private final List<Outcome> outcomes = List.of(outcome(RISK, 0, 8, 1, 8), outcome(RISK, 100, 112, 2, 12), outcome(DROPPED, 200, 205, null, 2));

	@Test
	void addsUpByKindOfBlowAndOverAll() {
		List<String> table = new ChaosReport(outcomes, List.of(bare(2, 5, true), bare(50, 51, true)), List.of()).table();
		assertThat(table).hasSize(6);
		assertThat(cells(table.get(0))).containsExactly("fault", "times", "detected in", "healed in", "orders doubled", "orders lost", "fills lost",
				"ledger difference", "unprotected");
		assertThat(cells(table.get(2))).containsExactly("kill -9 risk", "2", "1.0 s / 2.0 s", "8.0 s / 12.0 s", "0", "0", "0", "0", "3.0 s");
		assertThat(cells(table.get(3))).containsExactly("streams dropped", "1", "–", "2.0 s / 2.0 s", "0", "0", "0", "0", "0.0 s");
		assertThat(cells(table.get(4))).containsExactly("between faults", "", "–", "–", "0", "0", "0", "0", "1.0 s");
		assertThat(cells(table.get(5))).containsExactly("all", "3", "1.0 s / 2.0 s", "8.0 s / 12.0 s", "0", "0", "0", "0", "4.0 s");
		assertThat(table).allMatch(line -> line.length() == table.getFirst().length());
	}

	@Test
	void chargesTheLastBlowBeforeIt() {
		List<Finding> findings = List.of(Finding.order(Finding.Kind.LOST_ORDER, "lost", NOON.plusSeconds(150)),
				Finding.atVenue(Finding.Kind.DOUBLED_ORDER, "doubled", NOON.minusSeconds(3600).plusSeconds(60 * 201)),
				Finding.ledger(new BigDecimal("-1.50"), "cash"));
		ChaosReport report = new ChaosReport(outcomes, List.of(), findings);
		assertThat(report.isClean()).isFalse();
		assertThat(cells(report.table().get(2)).subList(4, 8)).containsExactly("0", "1", "0", "0");
		assertThat(cells(report.table().get(3)).subList(4, 8)).containsExactly("1", "0", "0", "0");
		assertThat(cells(report.table().get(4)).subList(4, 8)).as("nobody knows").containsExactly("0", "0", "0", "1.5");
		assertThat(cells(report.table().get(5)).subList(4, 8)).containsExactly("1", "1", "0", "1.5");
		assertThat(report.summary()).contains("LOST_ORDER: lost (after kill -9 risk at 2026-01-02T12:01:40Z)", "LEDGER: cash");
	}

	@ParameterizedTest
	@CsvSource({ "DOUBLED_ORDER, RED: orders doubled 1.", "LOST_ORDER, RED: orders lost 1.", "LOST_FILL, RED: fills lost 1.",
			"LEDGER, RED: ledger difference 1." })
	void namesTheColumnThatIsRed(Finding.Kind kind, String verdict) {
		ChaosReport report = new ChaosReport(outcomes, List.of(), List.of(new Finding(kind, BigDecimal.ONE, "planted", null, null)));
		assertThat(report.isClean()).isFalse();
		assertThat(report.verdict()).isEqualTo(verdict);
	}

	@Test
	void namesEveryColumnThatIsRed() {
		List<Finding> findings = List.of(Finding.order(Finding.Kind.LOST_FILL, "a", null), Finding.order(Finding.Kind.LOST_FILL, "b", null),
				Finding.ledger(new BigDecimal("-0.50"), "cash"));
		assertThat(new ChaosReport(outcomes, List.of(), findings).verdict()).isEqualTo("RED: fills lost 2, ledger difference 0.5.");
		assertThat(new ChaosReport(outcomes, List.of(), List.of()).verdict()).startsWith("Nothing was doubled");
	}

	@Test
	void tellsProtectionOutsideOutagesApart() {
		List<Shield.Bare> bare = List.of(bare(2, 7, true), bare(50, 50, true), bare(60, 61, true), bare(70, 79, false));
		assertThat(new ChaosReport(outcomes, bare, List.of()).summary()).contains(
				"From fill to protection outside outages: p50 0.0 s, p99 1.0 s (2 positions); in outages: p50 5.0 s, p99 5.0 s (1 positions).");
	}

	@Test
	void saysWhatDidNotHeal() {
		Outcome stuck = new Outcome(RISK, NOON, NOON.plusSeconds(120), NOON, 1, null, null, "risk is DOWN", "risk is DOWN");
		ChaosReport report = new ChaosReport(List.of(stuck), List.of(), List.of());
		assertThat(report.isClean()).as("no money is concerned").isTrue();
		assertThat(report.summary()).contains("Healed (median / worst): –; not healed within two minutes: 1.",
				"Not healed: kill -9 risk at 2026-01-02T12:00:00Z: risk is DOWN.");
	}

	@Test
	void saysWhatFoundNothingToStrike() {
		Outcome idle = new Outcome(DROPPED, NOON, NOON.plusSeconds(3), NOON, 0, null, Duration.ZERO, "", "");
		assertThat(new ChaosReport(List.of(idle), List.of(), List.of()).summary())
			.contains("Found nothing to strike: streams dropped at 2026-01-02T12:00:00Z.");
	}

	@Test
	void keepsALongListShort() {
		List<Finding> many = Collections.nCopies(50, Finding.order(Finding.Kind.LOST_ORDER, "lost", null));
		assertThat(new ChaosReport(List.of(), List.of(), many).summary()).hasSize(2 + 40 + 1).contains("… and 10 more.");
	}

	@Test
	void knowsTheMiddleAndTheWorst() {
		Times times = new Times(List.of(Duration.ofMillis(3_000), Duration.ofMillis(1_000), Duration.ofMillis(2_000)));
		assertThat(times.medianAndWorst()).isEqualTo("2.0 s / 3.0 s");
		assertThat(times.percentile(99)).isEqualTo(Duration.ofSeconds(3));
		assertThat(times.total()).isEqualTo(Duration.ofSeconds(6));
		assertThat(new Times(List.of()).medianAndWorst()).isEqualTo("–");
		assertThat(new Times(List.of()).percentile(50)).isZero();
	}

	private static Outcome outcome(Blow blow, int from, int whole, @Nullable Integer detected, int healed) {
		return new Outcome(blow, NOON.plusSeconds(from), NOON.plusSeconds(whole), NOON.minusSeconds(3600).plusSeconds(60L * from), 1,
				detected == null ? null : Duration.ofSeconds(detected), Duration.ofSeconds(healed), "", "");
	}

	private static Shield.Bare bare(int from, int to, boolean opening) {
		return new Shield.Bare("BTCUSD", NOON.plusSeconds(from), NOON.plusSeconds(to), opening);
	}

	private static List<String> cells(String line) {
		String[] cells = line.substring(1, line.length() - 1).split("\\|", -1);
		return List.of(cells).stream().map(String::strip).toList();
	}
}
