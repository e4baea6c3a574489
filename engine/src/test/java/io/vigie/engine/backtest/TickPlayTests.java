package io.vigie.engine.backtest;

import static io.vigie.engine.backtest.BacktestFixtures.cross;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints as {@code second@price}; minutes close at 104, 102, 98 and 100, so that the first print at or after 240 decides to buy. */
class TickPlayTests {

	private static final String UP = "10@104 70@102 130@98 190@100 ";
	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	@Test
	void tradesAtThePrintAfterTheOneThatClosedTheBar() {
		Trade trade = only(UP + "241@101 250@101.5 300@102", Stops.NONE);
		assertThat(trade.entryPrice()).isEqualByComparingTo("101.5");
		assertThat(trade.entryAt()).isEqualTo(START.plusSeconds(250));
		assertThat(trade.entryBar()).isEqualTo(4);
	}

	@Test
	void tradesLaterWhereOrdersTakeTime() {
		BacktestResult result = Backtest.run(cross(1, 2), Timeframe.M1, ticks(UP + "241@101 250@101.5 256@103"),
				plain().with(Duration.ofSeconds(15)), _ -> {
				});
		assertThat(result.trades().getFirst().entryPrice()).isEqualByComparingTo("103");
	}

	@Test
	void protectsFromThePrintAfterTheEntryOn() {
		Stops bracket = Stops.bracket(new BigDecimal("0.02"), new BigDecimal("0.04"));
		assertThat(only(UP + "241@101 250@101 251@97", bracket).exit()).as("the worse of stop and print")
			.isEqualTo(new Trade.Exit(4, START.plusSeconds(251), new BigDecimal("97.00"), BigDecimal.ZERO, Trade.Cause.STOP));
		assertThat(only(UP + "241@101 250@97 251@98.5", bracket).isOpen()).as("not by the print it was bought at").isTrue();
		assertThat(only(UP + "241@101 250@101 251@104 252@105", bracket).exit()).as("at its price, once traded through")
			.satisfies(it -> assertThat(it.price()).isEqualByComparingTo("104"))
			.satisfies(it -> assertThat(it.at()).isEqualTo(START.plusSeconds(252)));
	}

	@Test
	void restsFromTheNextBarOnWhereAsked() {
		Trade trade = only(UP + "241@101 250@101 251@97 300@97.5 ", Stops.resting(new BigDecimal("0.02"), null));
		assertThat(trade.exit()).isNotNull().satisfies(it -> assertThat(it.at()).isEqualTo(START.plusSeconds(300)));
	}

	@Test
	void slipsOnTheGridAsTheVenueDoes() {
		BacktestResult result = Backtest.run(cross(1, 2), Timeframe.M1, ticks(UP + "241@101 250@101.01"),
				plain().with(new Slippage.BasisPoints(BigDecimal.ONE)), _ -> {
				});
		assertThat(result.trades().getFirst().entryPrice()).as("101.0201 is rounded against the taker").isEqualByComparingTo("101.03");
	}

	@Test
	void valuesTheUnfinishedBarAndDecidesNothingByIt() {
		BacktestResult result = Backtest.run(cross(1, 2), Timeframe.M1, ticks(UP + "241@101 250@101.5 255@103"), plain(), _ -> {
		});
		assertThat(result.equity()).hasSize(5);
		assertThat(result.figures().finalEquity()).isEqualByComparingTo("100001.5");
		assertThat(result.figures().exposure()).isEqualByComparingTo("0.2");
	}

	@Test
	void needsAPrint() {
		assertThatIllegalArgumentException().isThrownBy(() -> Backtest.run(cross(1, 2), Timeframe.M1, List.of(), plain(), _ -> {
		}));
	}

	private static Trade only(String prints, Stops stops) {
		List<Trade> trades = Backtest.run(cross(1, 2), Timeframe.M1, ticks(prints), plain().with(stops), _ -> {
		}).trades();
		assertThat(trades).hasSize(1);
		return trades.getFirst();
	}

	private static Assumptions plain() {
		return Assumptions.plain(Backtest.instrumentOf("BTC/USD", ticks("0@100.01")), BacktestFixtures.CAPITAL);
	}

	private static List<Tick> ticks(String prints) {
		List<Tick> ticks = new ArrayList<>();
		for (String print : prints.strip().split(" ")) {
			String[] parts = print.split("@");
			ticks.add(new Tick("BTC/USD", ticks.size() + 1, START.plusSeconds(Long.parseLong(parts[0])), new BigDecimal(parts[1]), BigDecimal.ONE));
		}
		return ticks;
	}
}
