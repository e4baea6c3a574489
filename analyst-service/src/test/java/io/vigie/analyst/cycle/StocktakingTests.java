package io.vigie.analyst.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.analyst.BotFixtures;
import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.series.Reading;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StocktakingTests {

	@Test
	void opportunityIsTheMeanConfidenceOfWhoWantsToAct() {
		assertThat(stock(reading("A/USD", Action.BUY, "0.8", 9), reading("B/USD", Action.HOLD, "0", 9)).opportunity()).isEqualByComparingTo("0.4");
		assertThat(stock(reading("A/USD", Action.HOLD, "0", 9)).opportunity()).isZero();
		assertThat(stock().opportunity()).isZero();
	}

	@Test
	void whoIsNotReadyDoesNotCount() {
		assertThat(stock(reading("A/USD", Action.BUY, "0.8", 9), reading("B/USD", Action.HOLD, "0", 1)).opportunity())
			.isEqualByComparingTo("0.8");
	}

	@Test
	void factsNameStancesSymbolsAndSignals() {
		assertThat(stock(reading("B/USD", Action.BUY, "1", 9), reading("A/USD", Action.HOLD, "0", 1)).facts())
			.containsEntry("symbols", "A/USD,B/USD").containsEntry("ready", "1").containsEntry("watched", "2")
			.containsEntry("signals", "5").containsEntry("opportunity", "1.0000")
			.containsEntry("stance.crosser.A/USD", "long").containsEntry("stance.crosser.B/USD", "flat");
	}

	@Test
	void sentencesSayWhatEveryoneThinks() {
		var waiting = new Reading(BotFixtures.crosser("A/USD"), "A/USD", 0, 3, null, null);
		var stock = stock(waiting, reading("B/USD", Action.BUY, "1", 9));
		assertThat(stock.sentence(waiting)).isEqualTo("crosser is long in A/USD: no bar seen yet");
		assertThat(stock.sentence(stock.readings().getLast())).isEqualTo("crosser is flat in B/USD: BUY, because");
		assertThat(stock.summary()).isEqualTo("2 series watched, 1 want to act, opportunity 1.0000");
	}

	private static Stocktaking stock(Reading... readings) {
		return new Stocktaking(List.of(readings), it -> it.symbol().equals("A/USD") ? BigDecimal.ONE : BigDecimal.ZERO,
				Map.of("crosser", 3L, "other", 2L));
	}

	private static Reading reading(String symbol, Action action, String confidence, long bars) {
		return new Reading(BotFixtures.crosser(symbol), symbol, bars, 3, MarketFixtures.bar(symbol, 0, "1"),
				new Decision(action, new BigDecimal(confidence), Map.of(), "because"));
	}
}
