package io.vigie.common.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.engine.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BotsTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withInitializer(it -> TradersFile.read(it.getEnvironment()))
		.withConfiguration(AutoConfigurations.of(BotConfiguration.class))
		.withPropertyValues("spring.config.name=plumbing");

	@Test
	void readsTheDefaultTraders() {
		context.run(it -> {
			Bots bots = it.getBean(Bots.class);
			assertThat(bots.all()).extracting(Bot::name).containsExactly("trend", "reversion", "breakout");
			assertThat(bots.symbols()).containsExactly("BTC/USD", "ETH/USD", "AAPL");
			Bot trend = bots.named("trend").orElseThrow();
			assertThat(trend.timeframe()).isEqualTo(Timeframe.M1);
			assertThat(trend.parameters()).containsEntry("fast", new BigDecimal("10"));
			assertThat(trend.risk()).isEqualTo(new RiskLimits(new BigDecimal("20"), new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("0")));
		});
	}

	@Test
	void readsWhomACollaborativeBotHears() {
		context.withPropertyValues("vigie.bots[0].name=council", "vigie.bots[0].agent=collaborative", "vigie.bots[0].strategy=majority-vote",
				"vigie.bots[0].sources=trend,breakout", "vigie.bots[0].symbols=BTC/USD", "vigie.bots[0].timeframe=1m",
				"vigie.bots[0].capital=1000").run(it -> {
			Bot council = it.getBean(Bots.class).all().getFirst();
			assertThat(council.isCollaborative()).isTrue();
			assertThat(council.sources()).containsExactly("trend", "breakout");
		});
	}

	@Test
	void followsWhatABotComparesWithToo() {
		context.withPropertyValues("vigie.bots[0].name=pair", "vigie.bots[0].strategy=pair-reversion", "vigie.bots[0].reference=ETH/USD",
				"vigie.bots[0].symbols=BTC/USD", "vigie.bots[0].timeframe=1m", "vigie.bots[0].capital=1000").run(it -> {
			Bots bots = it.getBean(Bots.class);
			assertThat(bots.all().getFirst().reference()).isEqualTo("ETH/USD");
			assertThat(bots.symbols()).containsExactly("BTC/USD", "ETH/USD");
		});
	}

	@Test
	void refusesTwoOfOneName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Bots(List.of(bot("twin"), bot("twin")))).withMessageContaining("twin");
	}

	@Test
	void keepsTheReserveForItself() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Bots(List.of(bot("reserve"))));
	}

	private static Bot bot(String name) {
		return new Bot(name, "rules", "sma-cross", Map.of(), List.of("AAPL"), Timeframe.D1, BigDecimal.TEN, new RiskLimits(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO));
	}
}
