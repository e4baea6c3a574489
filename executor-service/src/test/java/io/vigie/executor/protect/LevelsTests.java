package io.vigie.executor.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.ledger.Position;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.Fills;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.venue.Trail;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.order.Chain;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.OrderTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LevelsTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final Cover COVER = new Cover("trend", "AAPL", BigDecimal.TEN, BigDecimal.ZERO, false);

	private final Books books = mock(Books.class);
	private final Bots bots = mock(Bots.class);
	private final Levels levels = new Levels(books, bots);

	@BeforeEach
	void paidNinety() {
		Position position = mock(Position.class);
		when(position.averagePrice()).thenReturn(of("90"));
		when(books.position("trend", "AAPL")).thenReturn(position);
		Bot bot = mock(Bot.class);
		when(bot.risk()).thenReturn(new RiskLimits(BigDecimal.TEN, BigDecimal.TWO, of("4"), BigDecimal.ZERO));
		when(bots.named("trend")).thenReturn(Optional.of(bot));
	}

	@Test
	void areWhereRiskWantedThem() {
		assertThat(levels.stop(COVER, entry(null), List.of())).isEqualByComparingTo("88");
		assertThat(levels.target(COVER, entry(null))).isEqualByComparingTo("95");
	}

	/** Which a person may have put lower than the one before. */
	@Test
	void areWhereTheStopStoodLast() {
		List<Order> followers = List.of(stop("88.5", OrderState.CANCELED), stop("85", OrderState.CANCELED), stop("89", OrderState.REJECTED));

		assertThat(levels.stop(COVER, entry(null), followers)).isEqualByComparingTo("85");
	}

	/** It began at 102, say: what risk reckoned with is far above what was paid. */
	@Test
	void areReckonedFromWhatWasPaidBehindATrail() {
		assertThat(levels.stop(COVER, entry(new Trail.Amount(BigDecimal.TWO)), List.of())).isEqualByComparingTo("88.20");
		assertThat(levels.target(COVER, entry(new Trail.Amount(BigDecimal.TWO)))).isEqualByComparingTo("93.60");
	}

	@Test
	void areReckonedFromWhatWasPaidWhereNobodyKnowsTheEntry() {
		assertThat(levels.stop(COVER, null, List.of())).isEqualByComparingTo("88.20");
		assertThat(levels.target(COVER, null)).isNull();
	}

	private static Order entry(@Nullable Trail trail) {
		return order(new OrderTerms("AAPL", Side.BUY, trail == null ? OrderType.MARKET : OrderType.TRAILING_STOP, OrderRole.ENTRY, TimeInForce.GTC, null, null,
				of("88"), of("95"), null, trail, null), OrderState.FILLED);
	}

	private static Order stop(String price, OrderState state) {
		return order(new OrderTerms("AAPL", Side.SELL, OrderType.STOP, OrderRole.STOP_LOSS, TimeInForce.GTC, null, of(price), null, null), state);
	}

	private static Order order(OrderTerms terms, OrderState state) {
		UUID id = UUID.randomUUID();
		Fills fills = state == OrderState.FILLED ? new Fills(List.of(new Fill(BigDecimal.TEN, of("90"), BigDecimal.TEN, NOW))) : Fills.NONE;
		return new Order(id, "trend", "trend-" + id, "v", null, null, terms, new OrderLife(BigDecimal.TEN, state, fills, fills.quantity(), ""), 1, false,
				new Chain(id, null, NOW), NOW, NOW);
	}

	private static BigDecimal of(String value) {
		return new BigDecimal(value);
	}
}
