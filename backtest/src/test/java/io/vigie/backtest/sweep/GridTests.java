package io.vigie.backtest.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTests {

	@Test
	void hasEveryCombinationOnce() {
		Grid grid = Grid.parse("fast=5:50:5, slow=20:200:10,x=0.5");

		assertThat(grid.size()).isEqualTo(10 * 19);
		assertThat(IntStream.range(0, grid.size()).mapToObj(grid::at).distinct()).hasSize(190);
		assertThat(grid.at(0)).isEqualTo(Map.of("fast", new BigDecimal("5"), "slow", new BigDecimal("20"), "x", new BigDecimal("0.5")));
		assertThat(grid.at(1)).containsEntry("slow", new BigDecimal("30")).containsEntry("fast", new BigDecimal("5"));
		assertThat(grid.at(189)).containsEntry("slow", new BigDecimal("200")).containsEntry("fast", new BigDecimal("50"));
	}

	@Test
	void stepsByOneAndByExactDecimals() {
		assertThat(Grid.parse("n=1:3").size()).isEqualTo(3);
		assertThat(Grid.parse("n=0:1:0.1").at(3)).containsEntry("n", new BigDecimal("0.3"));
		assertThat(Grid.parse("n=1:2:5").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"fast | 'fast' is no range", "fast=a:b | no range", "fast=5:1 | leads nowhere", "fast=1:5:0 | leads nowhere",
			"fast=1:2,fast=3:4 | given twice", "a=1:10000,b=1:10000 | too many", "a=1:999999999:0.000000001 | more than 1000000 values",
			"a=1:2,,b=1 | no range"})
	void saysWhatItCannotRead(String text, String sentence) {
		assertThatThrownBy(() -> Grid.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
	}

	@Test
	void isDrawnFromWithoutRepetitionAndTheSameForASeed() {
		Grid grid = Grid.parse("a=1:100,b=1:100");
		Choice drawn = Choice.random(grid, Map.of("c", BigDecimal.TEN), 500, 7);

		assertThat(drawn.size()).isEqualTo(500);
		assertThat(IntStream.range(0, 500).mapToObj(drawn::at).distinct()).hasSize(500).allMatch(it -> it.get("c").equals(BigDecimal.TEN));
		assertThat(drawn.at(3)).isEqualTo(Choice.random(grid, Map.of("c", BigDecimal.TEN), 500, 7).at(3));
		assertThat(IntStream.range(0, 500).mapToObj(drawn::at))
			.isNotEqualTo(IntStream.range(0, 500).mapToObj(Choice.random(grid, Map.of("c", BigDecimal.TEN), 500, 8)::at));
		assertThat(Choice.random(grid, Map.of(), 20_000, 1).size()).isEqualTo(10_000);
		assertThatThrownBy(() -> Choice.random(grid, Map.of(), 0, 1)).hasMessageContaining("At least one");
	}
}
