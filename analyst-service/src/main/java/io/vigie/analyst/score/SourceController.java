package io.vigie.analyst.score;

import io.vigie.engine.fusion.Calibration;
import io.vigie.engine.fusion.FusionSettings;
import io.vigie.engine.fusion.Weights;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SourceController {

	private final Forecasts forecasts;

	SourceController(Forecasts forecasts) {
		this.forecasts = forecasts;
	}

	/** Brier score and calibration of every source, whichever instance raised its signals, over all symbols or one. */
	@GetMapping("/analyst/sources")
	List<SourceView> sources(@RequestParam(required = false) @Size(max = 32) @Nullable String symbol) {
		SortedMap<String, Calibration> calibrations = forecasts.calibrations(symbol);
		Weights weights = Weights.of(calibrations.entrySet().stream()
			.collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().total())), FusionSettings.USUAL.shrinkage());
		return calibrations.entrySet()
			.stream()
			.map(it -> SourceView.of(it.getKey(), it.getValue(), forecasts.open(it.getKey(), symbol), weights.of(it.getKey())))
			.toList();
	}
}
