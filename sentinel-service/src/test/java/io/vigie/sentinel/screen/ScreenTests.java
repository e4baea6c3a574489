package io.vigie.sentinel.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.sentinel.Prints;
import io.vigie.sentinel.venue.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScreenTests {

	private final Screen screen = new Screen(Prints.NOON, 900, Stream.of(snapshot("UP", "110", "100", "1"),
			snapshot("HIGHER", "120", "100", "3"), snapshot("ALSO", "110", "100", "1"), snapshot("DOWN", "90", "100", "2"),
			snapshot("DEEPER", "50", "100", "1"), snapshot("STILL", "100", "100", "0")).map(Standing::of).toList());

	@Test
	void measuresChangeAndTurnover() {
		Standing standing = Standing.of(snapshot("A", "110", "100", "1.5"));

		assertThat(standing.change()).isEqualByComparingTo("0.1");
		assertThat(standing.turnover()).isEqualByComparingTo("165");
	}

	@Test
	void putsTheWildestFirstAndEqualsByName() {
		assertThat(names(screen.gainers(10))).containsExactly("HIGHER", "ALSO", "UP");
		assertThat(names(screen.losers(10))).containsExactly("DEEPER", "DOWN");
		assertThat(names(screen.mostTraded(10))).containsExactly("HIGHER", "DOWN", "ALSO", "UP", "DEEPER");
	}

	@Test
	void namesNoMoreThanAsked() {
		assertThat(names(screen.gainers(2))).containsExactly("HIGHER", "ALSO");
		assertThat(screen.losers(1)).hasSize(1);
		assertThat(screen.mostTraded(1)).hasSize(1);
	}

	private static Snapshot snapshot(String symbol, String price, String before, String volume) {
		return new Snapshot(symbol, new BigDecimal(price), new BigDecimal(before), new BigDecimal(volume));
	}

	private static List<String> names(List<Standing> standings) {
		return standings.stream().map(Standing::symbol).toList();
	}
}
