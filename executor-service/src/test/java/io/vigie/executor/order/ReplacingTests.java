package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

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
import io.vigie.executor.venue.VenueLegs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found before anything is cancelled stops it; nothing rests without its stop for a wish that can't come true. */
class ReplacingTests {

	private final Orders orders = mock(Orders.class);
	private final Books books = mock(Books.class);
	private final Exits exits = mock(Exits.class);
	private final VenueLegs legs = mock(VenueLegs.class);
	private final Replacing replacing = new Replacing(orders, books, exits, legs);
	private final Order wanted = trailing();

	@BeforeEach
	void tenAreHeld() {
		holds("10");
		when(legs.refusal(any(), any())).thenReturn(Optional.empty());
		when(orders.open("trend", "AAPL")).thenReturn(List.of(wanted));
		when(exits.clear(wanted)).thenReturn(true);
		when(exits.sized(any(), any())).thenAnswer(it -> it.<Order>getArgument(0).resized(it.getArgument(1)));
	}

	@Test
	void goesOutForWhatIsHeldOnceTheWayIsClear() {
		assertThat(replacing.ready(wanted)).contains(wanted);

		holds("7");
		assertThat(replacing.ready(wanted).orElseThrow().life().quantity()).isEqualByComparingTo("7");
	}

	@Test
	void waitsForTheVenueToConfirmTheCancels() {
		when(exits.clear(wanted)).thenReturn(false);

		assertThat(replacing.ready(wanted)).isEmpty();
		verify(exits, never()).giveUp(any(), any());
	}

	@Test
	void crossesNoSale() {
		when(orders.open("trend", "AAPL")).thenReturn(List.of(wanted, OrderFixtures.exit("trend", "AAPL")));

		isGivenUp("being sold");
	}

	@Test
	void crossesNoEntryThatFills() {
		Order entry = OrderFixtures.entry("trend", "AAPL");
		Order filling = entry.living(new OrderLife(BigDecimal.TEN, OrderState.PARTIALLY_FILLED,
				new Fills(List.of(new Fill(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, OrderFixtures.NOW))), BigDecimal.ONE, ""), OrderFixtures.NOW);
		when(orders.open("trend", "AAPL")).thenReturn(List.of(filling, wanted));
		isGivenUp("still filling");

		when(orders.open("trend", "AAPL")).thenReturn(List.of(entry, wanted));
		assertThat(replacing.ready(wanted)).as("one that waits has its own legs").isPresent();
	}

	@Test
	void leavesTheFieldToWhatWasWantedSince() {
		when(orders.open("trend", "AAPL")).thenReturn(List.of(wanted, trailing()));
		isGivenUp("wanted since");

		when(orders.open("trend", "AAPL")).thenReturn(List.of(trailing(), wanted));
		assertThat(replacing.ready(wanted)).isPresent();
	}

	@Test
	void cancelsNothingForWhatTheVenueWouldRefuse() {
		when(legs.refusal("AAPL", BigDecimal.TEN)).thenReturn(Optional.of("no fractions"));

		isGivenUp("no fractions");
	}

	@Test
	void protectsNothingWhereNothingIsHeld() {
		holds("0");

		isGivenUp("nothing is held");
	}

	@Test
	void isNotNeededWhereTheStopSoldMeanwhile() {
		when(exits.clear(wanted)).thenAnswer(_ -> {
			holds("0");
			return true;
		});

		assertThat(replacing.ready(wanted)).isEmpty();
		verify(exits).giveUp(eq(wanted), contains("closed already"));
	}

	private void isGivenUp(String why) {
		assertThat(replacing.ready(wanted)).isEmpty();
		verify(exits).giveUp(eq(wanted), contains(why));
		verify(exits, never()).clear(any());
	}

	private void holds(String quantity) {
		Position position = mock(Position.class);
		when(position.quantity()).thenReturn(new BigDecimal(quantity));
		when(books.position("trend", "AAPL")).thenReturn(position);
	}

	private static Order trailing() {
		UUID id = UUID.randomUUID();
		var terms = new OrderTerms("AAPL", Side.SELL, OrderType.TRAILING_STOP, OrderRole.STOP_LOSS, TimeInForce.GTC, null, null, null, null, null,
				new Trail.Amount(BigDecimal.ONE), null);
		return new Order(id, "trend", "trend-" + id, null, id, null, terms, OrderLife.intended(BigDecimal.TEN, ""), 1, false, new Chain(id, null, OrderFixtures.NOW),
				OrderFixtures.NOW, OrderFixtures.NOW);
	}
}
