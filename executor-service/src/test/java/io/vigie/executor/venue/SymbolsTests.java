package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolsTests {

	@Test
	void splitsAPair() {
		assertThat(Symbols.base("ETH/USD")).isEqualTo("ETH");
		assertThat(Symbols.quote("ETH/USD")).isEqualTo("USD");
		assertThat(Symbols.isCrypto("ETH/USD")).isTrue();
	}

	@Test
	void paysForSharesInDollars() {
		assertThat(Symbols.base("AAPL")).isEqualTo("AAPL");
		assertThat(Symbols.quote("AAPL")).isEqualTo("USD");
		assertThat(Symbols.isCrypto("AAPL")).isFalse();
	}

	@Test
	void knowsAPairThatNobodyTradesByItsClass() {
		var symbols = new Symbols(Map.of("BTCUSD", "BTC/USD"));
		assertThat(symbols.ours("BTCUSD", null)).isEqualTo("BTC/USD");
		assertThat(symbols.ours("COINUSD", "crypto")).isEqualTo("COIN/USD");
		assertThat(symbols.ours("COINUSDC", "crypto")).isEqualTo("COIN/USDC");
		assertThat(symbols.ours("ETHBTC", "crypto")).isEqualTo("ETH/BTC");
		assertThat(symbols.ours("COIN/USD", "crypto")).isEqualTo("COIN/USD");
		assertThat(symbols.ours("COINEUR", "crypto")).as("not to be guessed").isEqualTo("COINEUR");
		assertThat(symbols.ours("ABTC", "us_equity")).as("a share").isEqualTo("ABTC");
	}
}
