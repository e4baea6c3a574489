package io.vigie.systemtests.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class GrafanaTextTests {

	private final GrafanaText text = new GrafanaText(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T01:00:00Z"),
		Map.of("bot", List.of("trend", "o'neil"), "symbol", List.of("BTC/USD")));

	@Test
	void filtersByTime() {
		assertThat(text.sql("select 1 where $__timeFilter(filled_at)"))
			.isEqualTo("select 1 where filled_at between '2026-01-01T00:00:00Z' and '2026-01-01T01:00:00Z'");
	}

	@Test
	void groupsByTime() {
		assertThat(text.sql("select $__timeGroupAlias(taken_at, $__interval)"))
			.isEqualTo("select floor(extract(epoch from taken_at)/10)*10 as \"time\"");
	}

	@Test
	void quotesVariablesForSql() {
		assertThat(text.sql("where bot in (${bot:sqlstring}) and symbol in ($symbol)"))
			.isEqualTo("where bot in ('trend','o''neil') and symbol in ('BTC/USD')");
	}

	@Test
	void escapesVariablesForPrometheus() {
		assertThat(text.promQl("rate(a{symbol=~\"$symbol\"}[$__rate_interval])", Duration.ofSeconds(5)))
			.isEqualTo("rate(a{symbol=~\"(BTC\\\\/USD)\"}[20s])");
	}

	@Test
	void refusesAVariableWithoutValues() {
		assertThatIllegalStateException().isThrownBy(() -> text.sql("where a = $nobody")).withMessageContaining("nobody");
	}
}
