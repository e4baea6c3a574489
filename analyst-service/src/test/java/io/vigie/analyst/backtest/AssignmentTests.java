package io.vigie.analyst.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.json.VigieJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AssignmentTests {

	private static final JsonMapper MAPPER = VigieJson.mapper();

	static BacktestRequest request(String json) {
		return MAPPER.readValue("{" + json.replace('\'', '"') + "}", BacktestRequest.class);
	}

	@Test
	void isTheWholeRecordingWithoutCostsUnlessToldOtherwise() {
		Assignment assignment = Assignment.of(request("'strategy': 'sma-cross', 'data': 'AAPL'"));

		assertThat(assignment.study().bars()).hasSize(252);
		assertThat(assignment.study().assumptions().capital()).isEqualByComparingTo("100000");
		assertThat(assignment.choice().size()).isEqualTo(1);
		assertThat(assignment.trialsPerMessage()).isEqualTo(200);
	}

	@Test
	void sweepsWhatItIsToldTo() {
		Assignment assignment = Assignment.of(request("'strategy': 'sma-cross', 'data': 'AAPL', 'from': '2013-06-01T00:00:00Z', 'fees': '0.001',"
				+ "'sweep': 'fast=2:11,slow=20:29', 'random': 30, 'seed': 3, 'stop': 0.02"));

		assertThat(assignment.study().bars()).hasSize(148);
		assertThat(assignment.choice().size()).isEqualTo(30);
		assertThat(assignment.study().assumptions().stops().loss()).isEqualByComparingTo("0.02");
		assertThat(assignment.study().outcome(0, assignment.choice().at(0)).score()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"'strategy': 'nope', 'data': 'AAPL' | Unknown strategy 'nope'",
			"'strategy': 'sma-cross', 'data': 'GOLD' | 'data' must be BTC/USD, ETH/USD or AAPL, not 'GOLD'",
			"'strategy': 'pair-reversion', 'data': 'AAPL' | 'pair-reversion' compares two symbols",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'random': 3 | 'random' draws from what 'sweep' gives",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'sweep': 'fast' | no range of a parameter",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'parameters': {'fast': 30} | 'fast' must be smaller than 'slow'",
			"'strategy': 'sma-cross', 'data': 'AAPL', 'from': '2020-01-01T00:00:00Z' | holds nothing between"})
	void saysWhatCannotBeCarriedOut(String json, String sentence) {
		assertThatThrownBy(() -> Assignment.of(request(json))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
	}
}
