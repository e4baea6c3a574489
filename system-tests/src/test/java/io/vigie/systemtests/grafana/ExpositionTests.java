package io.vigie.systemtests.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ExpositionTests {

	private final Exposition told = new Exposition(List.of("""
		# HELP jvm_memory_used_bytes The amount of used memory
		# TYPE jvm_memory_used_bytes gauge
		jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.2E7
		executor_fills_total{bot="trend",side="BUY"} 3.0
		tick_to_fill_seconds_bucket{le="0.1"} 2
		process_uptime_seconds 12.5
		"""));

	@Test
	void findsWhatIsTold() {
		assertThat(told.missing("sum by (service) (jvm_memory_used_bytes{area=\"heap\"})")).isEmpty();
		assertThat(told.missing("histogram_quantile(0.99, sum by (le, service) (rate(tick_to_fill_seconds_bucket[1m])))")).isEmpty();
		assertThat(told.missing("sum(rate(executor_fills_total{bot=~\"(trend|breakout)\"}[5m])) or vector(0)")).isEmpty();
		assertThat(told.missing("avg_over_time(up{job=\"vigie\"}[1h]) * 100 and process_uptime_seconds > 1e3")).isEmpty();
	}

	@Test
	void leavesToPrometheusWhatItMakesItself() {
		assertThat(told.missing("count(ALERTS{alertstate=\"firing\"}) or vector(0)")).isEmpty();
	}

	@Test
	void missesAMetricNobodyTells() {
		assertThat(told.missing("rate(executor_refunds_total[5m])")).containsExactly("executor_refunds_total");
	}

	@Test
	void missesALabelValueNobodyTells() {
		assertThat(told.missing("jvm_memory_used_bytes{area=\"nonheap\"}")).containsExactly("jvm_memory_used_bytes{area=\"nonheap\"}");
	}

	@Test
	void missesALabelNobodyTells() {
		assertThat(told.missing("sum by (venue) (executor_fills_total)")).containsExactly("label venue");
	}
}
