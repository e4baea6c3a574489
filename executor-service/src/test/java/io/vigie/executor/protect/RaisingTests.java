package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Listing;
import io.vigie.engine.market.Side;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import io.vigie.executor.order.Chain;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.OrderTerms;
import io.vigie.executor.price.PriceSteps;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RaisingTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final Cover COVER = new Cover("trend", "AAPL", BigDecimal.TEN, BigDecimal.TEN, true);

	private final TrueRanges ranges = new TrueRanges();
	private final PriceSteps steps = new PriceSteps();
	private final Order stop = stop();

	@Test
	void followsThePriceAtItsPercent() {
		assertThat(raising("2", "0").of(COVER, situation("110"))).contains(new Plan.Raise(stop, new BigDecimal("107.80")));
	}

	@Test
	void keepsAsFarFromThePriceAsTheMarketMoves() {
		for (int minute = 0; minute < 14; minute++) {
			ranges.saw(new Bar("AAPL", Timeframe.M5, NOW.plusSeconds(300L * minute), of("100"), of("102"), of("100"), of("101"), BigDecimal.ONE, 1, 1));
		}

		assertThat(raising("2", "3").of(COVER, situation("110"))).contains(new Plan.Raise(stop, new BigDecimal("104.00")));
		assertThat(raising("0", "3").of(COVER, situation("110"))).contains(new Plan.Raise(stop, new BigDecimal("104.00")));
	}

	@Test
	void fallsBackOnThePercentUntilTheRangeIsKnown() {
		assertThat(raising("2", "3").of(COVER, situation("110"))).contains(new Plan.Raise(stop, new BigDecimal("107.80")));
		assertThat(raising("0", "3").of(COVER, situation("110"))).isEmpty();
	}

	@Test
	void raisesOnlySoOften() {
		Raising raising = raising("2", "0");
		assertThat(raising.of(COVER, situation("110"))).isPresent();
		assertThat(raising.of(COVER, situation("120"))).isEmpty();
	}

	@Test
	void doesNothingWithoutAPriceOrWithoutASetting() {
		assertThat(raising("2", "0").of(COVER, situation(null))).isEmpty();
		assertThat(raising("0", "0").of(COVER, situation("110"))).isEmpty();
	}

	@Test
	void raisesToPricesOfTheVenuesGridOnlyAndNeverLowers() {
		steps.saw(listing("5"));
		assertThat(raising("2", "0").of(COVER, situation("110"))).contains(new Plan.Raise(stop, new BigDecimal("105")));
		steps.saw(listing("60"));
		assertThat(raising("2", "0").of(COVER, situation("110"))).isEmpty();
	}

	private static Listing listing(String step) {
		return new Listing("AAPL", true, true, false, null, null, of(step));
	}

	/** Whoever moves it, it is not us. */
	@Test
	void asksWhereAStopStandsThatTheVenueRaises() {
		Order trailing = stop(true, new Trail.Amount(BigDecimal.ONE));
		Raising raising = raising("0", "0");

		assertThat(raising.of(COVER, situation("110", trailing))).contains(new Plan.Ask(trailing));
		assertThat(raising.of(COVER, situation("110", trailing))).as("not all the time").isEmpty();
	}

	@Test
	void leavesTheStopBesideATargetThatSomebodyWanted() {
		assertThat(raising("2", "0").of(COVER, situation("110", stop(false, null)))).isEmpty();
	}

	private Raising raising(String percent, String atr) {
		Bot bot = mock(Bot.class);
		when(bot.timeframe()).thenReturn(Timeframe.M5);
		Bots bots = mock(Bots.class);
		when(bots.named("trend")).thenReturn(Optional.of(bot));
		return new Raising(ranges, bots, steps, settings(percent, atr), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private Situation situation(@Nullable String price) {
		return situation(price, stop);
	}

	private static Situation situation(@Nullable String price, Order stop) {
		return new Situation(BigDecimal.TEN, List.of(stop), null, List.of(), Set.of(), of("98"), null, price == null ? null : of(price), Duration.ZERO, NOW,
				settings("2", "0"));
	}

	private static ProtectionSettings settings(String percent, String atr) {
		return new ProtectionSettings(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(2), 3, of(percent), of(atr), Duration.ofSeconds(5));
	}

	private static Order stop() {
		return stop(true, null);
	}

	private static Order stop(boolean own, @Nullable Trail trail) {
		UUID id = UUID.randomUUID();
		var terms = new OrderTerms("AAPL", Side.SELL, OrderType.STOP, OrderRole.STOP_LOSS, TimeInForce.GTC, null, of("98"), null, null, null, trail,
				null);
		return new Order(id, "trend", own ? "trend-" + id : "leg", "v", null, id, terms, OrderLife.intended(BigDecimal.TEN, ""), 1, false, new Chain(id, null, NOW), NOW, NOW);
	}

	private static BigDecimal of(String value) {
		return new BigDecimal(value);
	}
}
