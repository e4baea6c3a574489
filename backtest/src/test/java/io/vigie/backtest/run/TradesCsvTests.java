package io.vigie.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradesCsvTests {

	private static final Instant BOUGHT = Instant.ofEpochSecond(1361318400);

	@Test
	void beginsWithWhatOthersCompareBy() throws IOException {
		Trade.Exit exit = new Trade.Exit(34, BOUGHT.plusSeconds(86_400), new BigDecimal("446"), new BigDecimal("0.892"), Trade.Cause.STOP);
		assertThat(lines(trade(exit))).containsExactly(
				"entry_bar,entry_ts,entry_price,exit_bar,exit_ts,exit_price,pnl,quantity,entry_fee,exit_fee,profit,cause,entry_at,exit_at",
				"33,1361318400,457.69,34,1361404800,446.00,-11.69,2,0.91538,0.892,-25.18738,stop,2013-02-20T00:00:00Z,2013-02-21T00:00:00Z");
	}

	@Test
	void leavesEmptyWhatAnOpenPositionDoesNotHave() throws IOException {
		assertThat(lines(trade(null)).getLast()).isEqualTo("33,1361318400,457.69,,,,,2,0.91538,,,,2013-02-20T00:00:00Z,");
	}

	private static Trade trade(Trade.Exit exit) {
		return new Trade(33, BOUGHT, new BigDecimal("457.690"), new BigDecimal("2.0"), new BigDecimal("0.91538"), exit);
	}

	private static List<String> lines(Trade trade) throws IOException {
		StringBuilder text = new StringBuilder();
		TradesCsv.write(List.of(trade), 2, text);
		return text.toString().lines().toList();
	}
}
