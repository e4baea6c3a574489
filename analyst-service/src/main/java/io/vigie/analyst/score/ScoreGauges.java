package io.vigie.analyst.score;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.vigie.engine.fusion.Score;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows the scores as metrics; as many sources as there are bots. */
@Component
class ScoreGauges {

	private final Forecasts forecasts;
	private final MultiGauge brier;
	private final MultiGauge hitRate;
	private final MultiGauge outcomes;

	ScoreGauges(Forecasts forecasts, MeterRegistry metrics) {
		this.forecasts = forecasts;
		this.brier = MultiGauge.builder("analyst.source.brier").register(metrics);
		this.hitRate = MultiGauge.builder("analyst.source.hit.rate").register(metrics);
		this.outcomes = MultiGauge.builder("analyst.source.forecasts").register(metrics);
	}

	@Scheduled(fixedDelayString = "PT15S")
	void refresh() {
		try {
			Map<String, Score> scores = forecasts.calibrations(null).entrySet().stream()
				.filter(it -> it.getValue().total().forecasts() > 0)
				.collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().total()));
			show(brier, scores, it -> it.brier().doubleValue());
			show(hitRate, scores, it -> it.hitRate().doubleValue());
			show(outcomes, scores, Score::forecasts);
		}
		catch (DataAccessException _) {
			// shown as the state of the database
		}
	}

	private static void show(MultiGauge gauge, Map<String, Score> scores, ToDoubleFunction<Score> value) {
		gauge.register(scores.entrySet().stream()
			.map(it -> Row.of(Tags.of("source", it.getKey()), value.applyAsDouble(it.getValue())))
			.toList(), true);
	}
}
