package io.vigie.executor.order;

import static io.vigie.executor.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.venue.VenueOrder;
import io.vigie.executor.venue.Venues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

/** v1 is ours; whatever took its place, and the place of that, is followed back to it. */
class LineageTests {

	private final Order ours = OrderFixtures.entry("trend", "BTC/USD").knownAs("v1");
	private final Map<String, VenueOrder> venue = new HashMap<>();
	private final List<String> asked = new ArrayList<>();
	private @Nullable RuntimeException trouble;
	private final Lineage lineage = new Lineage(this::ask, id -> Optional.of(ours).filter(it -> id.equals(it.venueOrderId())));

	@Test
	void followsALineBackToOurs() {
		list("v2", "v1", "101");
		list("v3", "v2", "102");
		list("v4", "v3", "103");

		Lineage.Found found = lineage.of(List.of(told("v4", "v3")), List.of());

		assertThat(found.ancestors()).containsExactly(ours);
		assertThat(found.heirs()).containsExactly(Map.entry("v4", new Heir("v1", new BigDecimal("103"), null)));
	}

	@Test
	void asksOnceForThePricesWhereItsPredecessorIsKnown() {
		list("v2", "v1", "101");

		Lineage.Found found = lineage.of(List.of(told("v2", "v1"), told("v2", "v1")), List.of(ours));

		assertThat(found.heirs()).containsExactly(Map.entry("v2", new Heir("v1", new BigDecimal("101"), null)));
		assertThat(asked).containsExactly("v2");
	}

	@Test
	void asksNothingOfWhatIsKnownOrTookNobodysPlace() {
		assertThat(lineage.of(List.of(told("v1", "v0"), told("v9", null)), List.of(ours)).heirs()).isEmpty();
		assertThat(asked).isEmpty();
	}

	/** Also where the venue's answer has lost the field. */
	@Test
	void leavesALineThatComesFromNoneOfOursToSomebodyElse() {
		list("v8", null, "101");
		list("v9", "v8", "102");

		Lineage.Found found = lineage.of(List.of(told("v9", "v8")), List.of());

		assertThat(found.ancestors()).isEmpty();
		assertThat(found.heirs().get("v9")).isEqualTo(new Heir(null, new BigDecimal("102"), null));
	}

	@Test
	void leavesALineThatTheVenueHasForgottenToSomebodyElse() {
		assertThat(lineage.of(List.of(told("v9", "v8")), List.of()).heirs().get("v9")).isEqualTo(new Heir(null, null, null));
	}

	@Test
	void followsNoLineForEver() {
		list("a", "b", "101");
		list("b", "a", "101");

		assertThat(lineage.of(List.of(told("c", "a")), List.of()).ancestors()).isEmpty();
		assertThat(asked).hasSize(Lineage.MOST + 1);
	}

	@Test
	void waitsForTheVenueWhereOnlyItCanTellWhoseItIs() {
		for (RuntimeException it : List.of(Venues.unavailable(), Venues.answerLost())) {
			trouble = it;
			assertThatThrownBy(() -> lineage.of(List.of(told("v3", "v2")), List.of())).isInstanceOf(TransientDataAccessResourceException.class);
		}
	}

	@Test
	void takesARefusalForAnAnswer() {
		trouble = Venues.rejected(403);

		assertThat(lineage.of(List.of(told("v3", "v2")), List.of()).heirs().get("v3")).isEqualTo(new Heir(null, null, null));
	}

	@Test
	void letsNoFillWaitForPrices() {
		trouble = Venues.unavailable();

		assertThat(lineage.of(List.of(told("v2", "v1")), List.of(ours)).heirs().get("v2")).isEqualTo(new Heir("v1", null, null));
	}

	private Optional<VenueOrder> ask(String id) {
		asked.add(id);
		if (trouble != null) {
			throw trouble;
		}
		return Optional.ofNullable(venue.get(id));
	}

	private void list(String id, @Nullable String replaces, String limit) {
		venue.put(id, new VenueOrder(id, "by-hand-" + id, "BTC/USD", Side.BUY, OrderType.LIMIT, OrderState.ACCEPTED, "new", BigDecimal.TEN, BigDecimal.ZERO,
				new BigDecimal(limit), null, NOW, List.of(), replaces));
	}

	private static Message<AccountMessage> told(String id, @Nullable String replaces) {
		return Message.beginning(UUID.randomUUID(), "sentinel", "executor", NOW, new OrderUpdated("paper", VenueEvent.ACCEPTED, id, "by-hand-" + id, "BTC/USD",
				Side.BUY, OrderType.LIMIT, BigDecimal.TEN, BigDecimal.ZERO, null, null, NOW, "", replaces));
	}
}
