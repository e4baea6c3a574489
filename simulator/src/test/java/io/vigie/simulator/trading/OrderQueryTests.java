package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.VenueFixture.AAPL;
import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Side;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.VenueFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderQueryTests {

	private final VenueFixture venue = VenueFixture.open();
	private Order bracket;
	private Order canceled;
	private Order resting;

	@BeforeEach
	void trade() {
		bracket = venue.bracket(BTC, "1", "900", "700");
		venue.print(BTC, "800");
		canceled = venue.place(limit(AAPL, Side.BUY, "1", "90"));
		venue.cancel(canceled);
		resting = venue.place(limit(AAPL, Side.BUY, "1", "91"));
	}

	@Test
	void showsOpenOrdersNewestFirstUnlessAskedOtherwise() {
		assertThat(ids(query(null, null, null, null, null, null))).hasSize(3).startsWith(resting.id());
		assertThat(ids(query(null, null, "asc", null, null, null))).hasSize(3).endsWith(resting.id());
	}

	@Test
	void showsWhatIsDone() {
		assertThat(ids(query("closed", null, null, null, null, null))).containsExactly(canceled.id(), bracket.id());
		assertThat(ids(query("all", null, null, null, null, null))).hasSize(5);
	}

	@Test
	void rollsLegsUpUnderTheirParent() {
		List<OrderView> all = query("all", null, null, true, null, null).select(venue.exchange());
		assertThat(all).extracting(OrderView::id).containsExactly(resting.id(), canceled.id(), bracket.id());
		assertThat(all.getLast().legs()).hasSize(2);
	}

	@Test
	void showsOpenLegsOfADoneParentByThemselves() {
		assertThat(query("open", null, null, true, null, null).select(venue.exchange())).extracting(OrderView::symbol)
			.containsExactly(AAPL, BTC, BTC);
	}

	@Test
	void filtersBySymbolWithOrWithoutSlashSideAndTime() {
		assertThat(ids(query("all", null, null, null, "BTCUSD", null))).hasSize(3);
		assertThat(ids(query("all", null, null, null, "BTC/USD", "buy"))).containsExactly(bracket.id());
		Instant after = canceled.times().createdAt();
		OrderQuery later = new OrderQuery("all", null, after, null, null, null, null, null);
		assertThat(ids(later)).containsExactly(resting.id());
		OrderQuery before = new OrderQuery("all", null, null, START, null, null, null, null);
		assertThat(ids(before)).isEmpty();
	}

	@Test
	void limitsWhatItShows() {
		assertThat(ids(query("all", 2, null, null, null, null))).hasSize(2);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> ids(query("all", 501, null, null, null, null)))
			.withMessage("limit must be between 1 and 500");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> ids(query("some", null, null, null, null, null)))
			.withMessage("invalid status: some");
	}

	private List<UUID> ids(OrderQuery query) {
		return query.select(venue.exchange()).stream().map(OrderView::id).toList();
	}

	private static OrderQuery query(@Nullable String status, @Nullable Integer limit, @Nullable String direction,
			@Nullable Boolean nested, @Nullable String symbols, @Nullable String side) {
		return new OrderQuery(status, limit, null, null, direction, nested, symbols, side);
	}
}
