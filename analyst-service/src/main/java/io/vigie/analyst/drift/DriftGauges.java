package io.vigie.analyst.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.vigie.analyst.drift.Drift.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows drift as metrics: how many trades differ for which cause, and by how much on average. */
@Component
class DriftGauges {

	private final DriftDesk desk;
	private final MultiGauge points;
	private final MultiGauge trades;

	DriftGauges(DriftDesk desk, MeterRegistry metrics) {
		this.desk = desk;
		this.points = MultiGauge.builder("analyst.drift.basis.points").register(metrics);
		this.trades = MultiGauge.builder("analyst.drift.trades").register(metrics);
	}

	@Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
	void refresh() {
		try {
			List<Row<?>> means = new ArrayList<>();
			List<Row<?>> counts = new ArrayList<>();
			desk.look().stream().collect(Collectors.groupingBy(Drift::bot)).forEach((bot, drifts) -> {
				BigDecimal mean = DriftController.mean(drifts);
				if (mean != null) {
					means.add(Row.of(Tags.of("bot", bot), mean));
				}
				Map<Cause, Long> causes = drifts.stream().collect(Collectors.groupingBy(Drift::cause, Collectors.counting()));
				causes.forEach((cause, count) -> counts.add(Row.of(Tags.of("bot", bot, "cause", cause.name()), count)));
			});
			points.register(means, true);
			trades.register(counts, true);
		}
		catch (DataAccessException _) {
			// shown as the state of database and sentinel
		}
	}
}
