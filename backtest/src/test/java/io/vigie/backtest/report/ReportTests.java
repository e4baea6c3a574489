package io.vigie.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.backtest.Refusal;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

	private static final Table VERDICT = new Table("Verdict: refused", "Refused, because it is a test.", List.of("Evidence"), List.of());

	private static final String WICKED = "</script><img src=x onerror='alert(1)'>\"&";

	private static String html(Subject subject, List<Table> more) {
		return Report.html(subject, VERDICT, more);
	}

	@Test
	void hasAllPicturesAndSections() {
		String html = html(SubjectFixtures.walk(500, 20), List.of(new Table("Sweep", "of two", List.of("a"), List.of(List.of("b")))));

		assertThat(html).contains("sma-cross(10, 20) on BTC/USD", "500 bars of 1d from 2024-02-27 00:00 to 2025-07-11 00:00 (UTC)",
				"Price and trades", "Equity against buy and hold", "Drawdown", "Months", "Distribution of trades", "Figures", "Assumed", "because it is a test",
				"What a backtest can&#39;t know", "Sweep");
	}

	@Test
	void needsNothingButItself() {
		String html = html(SubjectFixtures.walk(500, 20), List.of());

		assertThat(html).contains("default-src 'none'").doesNotContainPattern("(?i)(src|href)\\s*=")
			.doesNotContain("url(", "@import", "http:", "https:");
	}

	@Test
	void letsNoTextBecomeMarkup() {
		String html = html(
				SubjectFixtures.with(SubjectFixtures.walk(WICKED, WICKED, 50, 10),
						SubjectFixtures.walk(WICKED, "A" + WICKED, 5, 9).result().assumptions(),
						List.of(new Refusal(1, SubjectFixtures.START, WICKED))),
				List.of(new Table(WICKED, WICKED, List.of(WICKED), List.of(List.of(WICKED)))));

		assertThat(html).doesNotContain("<img").doesNotContain("onerror='");
		assertThat(Pattern.compile("</script>").matcher(html).results().count()).isEqualTo(4);
	}

	@Test
	void givesTheScriptDataThatItCanRead() {
		String html = html(SubjectFixtures.walk(300, 20), List.of());
		List<JsonNode> data = Pattern.compile("<script type=\"application/json\">(.*?)</script>").matcher(html).results()
			.map(it -> JsonMapper.shared().readTree(it.group(1)))
			.toList();

		assertThat(data).hasSize(3);
		assertThat(data.get(1).get("lines").get(0).get("name").asString()).isEqualTo("Strategy");
		assertThat(data.get(1).get("lines").get(0).get("values").size()).isEqualTo(300);
		assertThat(data.get(1).get("last").asLong() - data.get(1).get("first").asLong()).isEqualTo(299 * 86_400);
	}

	@Test
	void staysSmallHoweverMuchWasTested() {
		assertThat(html(SubjectFixtures.walk(20_000, 4), List.of()).length()).isLessThan(400_000);
	}

	@Test
	void saysSoWhereNothingWasTraded() {
		assertThat(html(SubjectFixtures.walk(10, 100), List.of())).contains("No trade was closed.");
	}

	@Test
	void showsAFlatLineAndASingleBar() {
		assertThat(html(SubjectFixtures.walk(1, 100), List.of())).doesNotContain("NaN", "Infinity");
	}

	@Test
	void listsWhatWasRefused() {
		Subject subject = SubjectFixtures.walk(50, 10);

		assertThat(html(SubjectFixtures.with(subject, subject.result().assumptions(),
				List.of(new Refusal(1, SubjectFixtures.START, "cash is short"))), List.of()))
			.contains("Entries refused: 1", "2024-02-27 00:00: cash is short");
	}

	@Test
	void refusesBarsOfSomethingElse() {
		Subject subject = SubjectFixtures.walk(50, 10);

		assertThatThrownBy(() -> new Subject("s", "d", subject.bars().subList(0, 49), subject.result()))
			.hasMessageContaining("bars that were traded on");
	}
}
