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

/** Shows drift as metrics: per bot, symbol and cause how many trades there are, and by how much live was worse on average. */
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
			Map<Kind, List<Drift>> kinds = desk.compare().stream().collect(Collectors.groupingBy(Kind::of));
			kinds.forEach((kind, drifts) -> {
				counts.add(Row.of(kind.tags(), drifts.size()));
				BigDecimal mean = DriftController.mean(drifts);
				if (mean != null) {
					means.add(Row.of(kind.tags(), mean));
				}
			});
			points.register(means, true);
			trades.register(counts, true);
		}
		catch (DataAccessException _) {
			// shown as the state of database and sentinel
		}
	}

	/** What is shown as one series. */
	private record Kind(String bot, String symbol, Cause cause) {

		static Kind of(Drift it) {
			return new Kind(it.bot(), it.symbol(), it.cause());
		}

		Tags tags() {
			return Tags.of("bot", bot, "symbol", symbol, "cause", cause.name());
		}
	}
}
