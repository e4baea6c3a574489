package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;

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
}
