package io.vigie.analyst.series;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.pattern.Analysis;
import io.vigie.engine.pattern.Study;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What charts show, studied when asked: what a study says follows from the last bars alone, so any instance says the same, and
 * nobody pays for charts that nobody looks at.
 */
@Component
public class Charts {

	/** Later than any bar, in market time, which may run ahead of the clock. */
	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	private final History history;

	Charts(History history) {
		this.history = history;
	}

	/**
	 * The chart as of its last closed bar; nothing where there is no bar.
	 *
	 * @throws org.springframework.dao.TransientDataAccessResourceException while sentinel can't be asked
	 */
	public Optional<Analysis> of(String symbol, Timeframe timeframe) {
		Study study = new Study();
		List<Bar> bars = history.before(END, symbol, timeframe, Study.memory());
		bars.forEach(study::add);
		return study.analysis();
	}
}
