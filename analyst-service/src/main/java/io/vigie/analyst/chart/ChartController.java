package io.vigie.analyst.chart;

import io.vigie.analyst.series.Charts;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.pattern.Analysis;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChartController {

	private final Charts charts;

	ChartController(Charts charts) {
		this.charts = charts;
	}

	/**
	 * Patterns, support and resistance, regime and indicators of a symbol, such as {@code /analyst/analysis/BTC/USD}, in one
	 * timeframe or in all that there are bars of, finest first.
	 */
	@GetMapping("/analyst/analysis/{*symbol}")
	List<Analysis> analysis(@PathVariable @Pattern(regexp = "/[A-Z0-9.]{1,12}(/[A-Z]{2,8})?",
			message = "must be a symbol such as AAPL or BTC/USD") String symbol, @RequestParam(required = false) @Nullable Timeframe timeframe) {
		String name = symbol.substring(1);
		Stream<Timeframe> wanted = timeframe == null ? Stream.of(Timeframe.values()) : Stream.of(timeframe);
		List<Analysis> found = wanted.map(it -> charts.of(name, it)).flatMap(Optional::stream).toList();
		if (found.isEmpty()) {
			throw new ErrorResponseException(HttpStatus.NOT_FOUND,
					ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There are no bars of " + name + "."), null);
		}
		return found;
	}
}
