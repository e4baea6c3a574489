package io.vigie.analyst.drift;

import io.vigie.analyst.drift.Drift.Cause;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DriftController {

	private final DriftDesk desk;

	DriftController(DriftDesk desk) {
		this.desk = desk;
	}

	/** Live trades of the last days beside those of a backtest over the same bars, one by one, with what made them differ. */
	@GetMapping("/analyst/drift")
	Report drift(@RequestParam(required = false) @Size(max = 64) @Nullable String bot) {
		List<Drift> drifts = desk.look().stream().filter(it -> bot == null || it.bot().equals(bot)).toList();
		return new Report(drifts.size(), mean(drifts), drifts.stream().collect(Collectors.groupingBy(Drift::cause, TreeMap::new, Collectors.counting())),
				drifts);
	}

	/** Over the trades that both have; none where there is none. */
	static @Nullable BigDecimal mean(List<Drift> drifts) {
		List<BigDecimal> points = drifts.stream().map(Drift::basisPoints).filter(Objects::nonNull).toList();
		return points.isEmpty() ? null
				: points.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_EVEN);
	}

	/** @param meanBasisPoints that live was worse by, over trades that both made */
	record Report(int trades, @Nullable BigDecimal meanBasisPoints, Map<Cause, Long> causes, List<Drift> drifts) {
	}
}
