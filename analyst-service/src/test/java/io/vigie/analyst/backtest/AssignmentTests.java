package io.vigie.analyst.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.series.History;
import io.vigie.common.json.VigieJson;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

class AssignmentTests {

	private static final JsonMapper MAPPER = VigieJson.mapper();

	private final History history = Mockito.mock(History.class);

	private Assignment of(BacktestRequest request) {
		return Assignment.of(request, new Pasts(history));
	}

	static BacktestRequest request(String json) {
		return MAPPER.readValue("{" + json.replace('\'', '"') + "}", BacktestRequest.class);
	}

	@Test
	void isTheWholeRecordingWithoutCostsUnlessToldOtherwise() {
		Assignment assignment = of(request("'strategy': 'sma-cross', 'data': 'AAPL'"));

		assertThat(assignment.study().bars()).hasSize(252);
		assertThat(assignment.study().assumptions().capital()).isEqualByComparingTo("100000");
		assertThat(assignment.choice().size()).isEqualTo(1);
		assertThat(assignment.trialsPerMessage()).isEqualTo(200);
	}

	@Test
	void sweepsWhatItIsToldTo() {
		Assignment assignment = of(request("'strategy': 'sma-cross', 'data': 'AAPL', 'from': '2013-06-01T00:00:00Z', 'fees': '0.001',"
				+ "'sweep': 'fast=2:11,slow=20:29', 'random': 30, 'seed': 3, 'stop': 0.02"));

		assertThat(assignment.study().bars()).hasSize(148);
		assertThat(assignment.choice().size()).isEqualTo(30);
		assertThat(assignment.study().assumptions().stops().loss()).isEqualByComparingTo("0.02");
		assertThat(assignment.study().outcome(0, assignment.choice().at(0)).score()).isNotNull();
	}

	@Test
	void takesStoredBarsOfAnySymbolUpToTheLatest() {
		List<Bar> stored = MarketFixtures.walk("SOL/USD", 3, 300);
		keep(stored);

		assertThat(of(request("'strategy': 'sma-cross', 'data': 'SOL/USD'")).study().bars()).isEqualTo(stored);
		assertThat(of(request("'strategy': 'sma-cross', 'data': 'SOL/USD', 'from': '" + stored.get(100).openAt() + "'")).study().bars())
			.isEqualTo(stored.subList(100, 300));
	}

	@Test
	void takesWhatIsStoredOfARecordedSymbolWhereItIsToldTo() {
		List<Bar> stored = MarketFixtures.walk("BTC/USD", 3, 50);
		keep(stored);

		assertThat(of(request("'strategy': 'sma-cross', 'data': 'BTC/USD', 'source': 'STORED'")).study().bars()).isEqualTo(stored);
	}

	/** What is stored grows while instances share the work; each must work on the same bars. */
	@Test
	void pinsWhatIsStoredAndNothingElse() {
		List<Bar> stored = MarketFixtures.walk("SOL/USD", 3, 300);
		BacktestRequest open = request("'strategy': 'sma-cross', 'data': 'SOL/USD'");
		BacktestRequest recorded = request("'strategy': 'sma-cross', 'data': 'AAPL', 'from': '2013-06-01T12:00:00Z'");

		BacktestRequest pinned = Pasts.pinned(open, stored);

		assertThat(pinned).isEqualTo(open.between(stored.getFirst().openAt(), stored.getLast().closeAt()));
		assertThat(MAPPER.readValue(MAPPER.writeValueAsString(pinned), BacktestRequest.class)).isEqualTo(pinned);
		assertThat(Pasts.pinned(recorded, stored)).isEqualTo(recorded);
	}

	@Test
	void comparesStoredBarsWithThoseOfTheSameTime() {
		List<Bar> own = MarketFixtures.walk("SOL/USD", 3, 300).subList(100, 300);
		keep(own);
		keep(MarketFixtures.walk("BTC/USD", 5, 300));

		Assignment pair = of(request("'strategy': 'pair-reversion', 'data': 'SOL/USD', 'reference': 'BTC/USD', 'size': 0.5"));

		assertThat(pair.study().run(Map.of()).trades()).isNotEmpty();
		Mockito.verify(history).before(own.getLast().closeAt(), "BTC/USD", Timeframe.M1, Pasts.MOST_STORED + 1);
	}

	@Test
	void refusesToCutAwayWhatWasAskedFor() {
		List<Bar> many = Collections.nCopies(Pasts.MOST_STORED + 1, MarketFixtures.bar("SOL/USD", 0, "10"));
		keep(many);

		assertThatThrownBy(() -> of(request("'strategy': 'sma-cross', 'data': 'SOL/USD', 'from': '2020-01-01T00:00:00Z'")))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more than 50000 bars of SOL/USD");
	}

	private void keep(List<Bar> bars) {
		Mockito.when(history.before(Mockito.any(), Mockito.eq(bars.getFirst().symbol()), Mockito.eq(Timeframe.M1), Mockito.anyInt())).thenReturn(bars);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"'strategy': 'nope', 'data': 'AAPL' | Unknown strategy 'nope'",
			"'strategy': 'sma-cross', 'data': 'GOLD', 'source': 'RECORDING' | 'data' must be a recording, BTC/USD, ETH/USD or AAPL, not 'GOLD'",
			"'strategy': 'sma-cross', 'data': 'GOLD' | No bars of GOLD in 1m are stored between 'from' and 'to'",
			"'strategy': 'sma-cross', 'data': 'GOLD', 'to': '+12026-01-05T00:00:00Z' | No bars of GOLD in 1m are stored between 'from' and 'to'",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'timeframe': '1m' | its bars are of 1d and can't be cut into 1m",
			"'strategy': 'sma-cross', 'data': 'a/b/c' | 'data' must be a symbol such as AAPL or BTC/USD, not 'a/b/c'",
			"'strategy': 'pair-reversion', 'data': 'AAPL' | 'pair-reversion' compares two symbols: name the second as 'reference'",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'reference': 'BTC/USD' | 'reference' is for strategies that compare two symbols",
			"'strategy': 'pair-reversion', 'data': 'AAPL', 'reference': 'GOLD' | 'reference' must be a recording",
			"'strategy': 'pair-reversion', 'data': 'ETH/USD', 'reference': 'BTC/USD' | 'reference' BTC/USD holds nothing from 2023-03-",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'random': 3 | 'random' draws from what 'sweep' gives",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'sweep': 'fast' | no range of a parameter",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'parameters': {'fast': 30} | 'fast' must be smaller than 'slow'",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'from': '2020-01-01T00:00:00Z' | There is nothing of AAPL between"})
	void saysWhatCannotBeCarriedOut(String json, String sentence) {
		assertThatThrownBy(() -> of(request(json))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
	}
}
