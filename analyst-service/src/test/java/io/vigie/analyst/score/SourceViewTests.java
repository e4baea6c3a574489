package io.vigie.analyst.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.SignalRaised;
import io.vigie.engine.fusion.Calibration;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceViewTests {

	private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

	@Test
	void showsWhatIsKnownAndNothingElse() {
		SourceView fresh = SourceView.of("trend", Calibration.NONE, 3, BigDecimal.ONE);

		assertThat(fresh.brier()).isNull();
		assertThat(fresh.hitRate()).isNull();
		assertThat(fresh.open()).isEqualTo(3);
		assertThat(fresh.calibration()).isEmpty();
	}

	@Test
	void showsScoreAndBins() {
		Calibration calibration = Calibration.NONE.plus(new BigDecimal("0.9"), true).plus(new BigDecimal("0.5"), false);

		SourceView view = SourceView.of("trend", calibration, 0, new BigDecimal("1.23456"));

		assertThat(view.brier()).isEqualByComparingTo("0.13");
		assertThat(view.hitRate()).isEqualByComparingTo("0.5");
		assertThat(view.weight()).isEqualByComparingTo("1.2346");
		assertThat(view.calibration()).extracting(SourceView.BinView::from).containsExactly(new BigDecimal("0.5"), new BigDecimal("0.9"));
	}

	@Test
	void forecastIsDueAfterItsBars() {
		UUID id = UUID.randomUUID();
		var signal = new SignalRaised("trend", "sma-cross", "BTC/USD", Timeframe.M5, NOON, Action.CLOSE, new BigDecimal("0.7"),
				BigDecimal.TEN, Map.of(), "because");

		assertThat(Forecast.of(id, signal, 3)).isEqualTo(new Forecast(id, "trend", "BTC/USD", Timeframe.M5, NOON, NOON.plusSeconds(900),
				false, new BigDecimal("0.7"), BigDecimal.TEN));
	}
}
