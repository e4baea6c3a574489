package io.vigie.engine.fusion;

import static io.vigie.engine.fusion.FusionFixtures.abstains;
import static io.vigie.engine.fusion.FusionFixtures.buys;
import static io.vigie.engine.fusion.FusionFixtures.closes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackRecordTests {

	private final TrackRecord record = new TrackRecord(2, 3);

	@Test
	void knowsNothingBeforeTheHorizon() {
		show("100", buys("a", "0.8"));
		show("200");

		assertThat(record.scores()).isEmpty();
	}

	@Test
	void holdsForecastAgainstTheCloseAtTheHorizon() {
		show("100", buys("up", "0.8"), closes("down", "0.7"));
		show("1");
		show("101");

		assertThat(record.scores().get("up")).isEqualTo(Score.NONE.plus(new BigDecimal("0.8"), true));
		assertThat(record.scores().get("down")).isEqualTo(Score.NONE.plus(new BigDecimal("0.7"), false));
	}

	@Test
	void doesNotCountWhatDidNotMove() {
		show("100", buys("a", "0.8"));
		show("150");
		show("100.00");

		assertThat(record.scores()).isEmpty();
	}

	@Test
	void doesNotCountAbstentions() {
		show("100", abstains("a"));
		show("150");
		show("160");

		assertThat(record.scores()).isEmpty();
	}

	@Test
	void forgetsWhatIsOlderThanTheWindow() {
		show("100", buys("a", "0.8"));
		show("101", buys("a", "0.6"));
		show("102");
		show("90");
		show("90");
		assertThat(record.scores().get("a").forecasts()).isEqualTo(2);

		show("90");
		assertThat(record.scores().get("a").forecasts()).isEqualTo(1);
		assertThat(record.scores().get("a").error()).isEqualByComparingTo("0.36");

		show("90");
		assertThat(record.scores()).doesNotContainKey("a");
	}

	private void show(String close, Vote... votes) {
		record.add(new BigDecimal(close), List.of(votes));
	}
}
