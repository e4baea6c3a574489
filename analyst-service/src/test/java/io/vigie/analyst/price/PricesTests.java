package io.vigie.analyst.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.analyst.BotFixtures;
import io.vigie.analyst.MarketFixtures;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.TickMessage;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PricesTests {

	private static final Instant NOW = MarketFixtures.START.plusSeconds(1000);

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
	private final Prices prices = new Prices(BotFixtures.bots(BotFixtures.crosser("BTC/USD")), Clock.fixed(NOW, ZoneOffset.UTC), metrics);

	@Test
	void keepsTheLastPrintOfEverySymbol() {
		prices.take(List.of(tick("BTC/USD", 1, 0, "10"), tick("ETH/USD", 1, 0, "5"), tick("BTC/USD", 2, 1, "11")));
		assertThat(prices.last("BTC/USD")).isNotNull().extracting(Tick::price).isEqualTo(new BigDecimal("11"));
		assertThat(prices.last("AAPL")).isNull();
		assertThat(prices.all().keySet()).containsExactly("BTC/USD", "ETH/USD");
	}

	@Test
	void printsThatAreNotNewerChangeNothing() {
		prices.take(List.of(tick("BTC/USD", 5, 10, "10")));
		prices.take(List.of(tick("BTC/USD", 5, 10, "99"), tick("BTC/USD", 4, 10, "98"), tick("BTC/USD", 9, 9, "97")));
		assertThat(prices.last("BTC/USD")).isNotNull().extracting(Tick::price).isEqualTo(new BigDecimal("10"));
		assertThat(forming("BTC/USD").trades()).isEqualTo(1);
		prices.take(List.of(tick("BTC/USD", 6, 10, "11")));
		assertThat(prices.last("BTC/USD")).isNotNull().extracting(Tick::price).isEqualTo(new BigDecimal("11"));
	}

	@Test
	void showsTheBarThatIsForming() {
		prices.take(List.of(tick("BTC/USD", 1, 1, "10"), tick("BTC/USD", 2, 2, "12"), tick("BTC/USD", 3, 3, "9"), tick("BTC/USD", 4, 4, "11")));
		Bar bar = forming("BTC/USD");
		assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close())).extracting(BigDecimal::intValue).containsExactly(10, 12, 9, 11);
		prices.take(List.of(tick("BTC/USD", 5, 61, "20")));
		assertThat(forming("BTC/USD").open()).isEqualByComparingTo("20");
	}

	@Test
	void formsNoBarWhereNobodyTrades() {
		prices.take(List.of(tick("ETH/USD", 1, 1, "10")));
		assertThat(prices.all().get("ETH/USD").forming()).isEmpty();
	}

	@Test
	void measuresHowLongTheFirstOfABatchWaited() {
		prices.take(List.of(told(NOW.minusMillis(250), "BTC/USD", 1, 1, "10"), told(NOW, "BTC/USD", 2, 2, "10")));
		prices.take(List.of(told(NOW.plusMillis(250), "BTC/USD", 3, 3, "10")));
		assertThat(metrics.counter("analyst.ticks").count()).isEqualTo(3);
		assertThat(metrics.timer("analyst.tick.age").max(TimeUnit.MILLISECONDS)).isEqualTo(250);
	}

	@Test
	void quotesAreNoPrints() {
		prices.take(List.of(Message.beginning(Ids.named("quote"), "sentinel", Message.ALL, NOW,
				new QuoteChanged(new Quote("BTC/USD", NOW, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE)))));
		assertThat(prices.all()).isEmpty();
	}

	private Bar forming(String symbol) {
		return prices.all().get(symbol).forming().getFirst();
	}

	private static Message<TickMessage> tick(String symbol, long sequence, int second, String price) {
		return told(NOW, symbol, sequence, second, price);
	}

	private static Message<TickMessage> told(Instant at, String symbol, long sequence, int second, String price) {
		return MarketFixtures.told(new Tick(symbol, sequence, MarketFixtures.START.plusSeconds(second), new BigDecimal(price), BigDecimal.ONE), at);
	}
}
