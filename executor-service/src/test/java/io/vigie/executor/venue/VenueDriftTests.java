package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.JsonHarm;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Brokers change their answers without notice. Each field of each recorded answer is harmed in turn, and whatever comes of it,
 * the answer reads as before, or the loss is named: as drift, or as the reason why the answer counts as lost. Identity, side, state
 * and quantities are never other than they were.
 */
class VenueDriftTests {

	private static RecordedVenue venue;

	@BeforeAll
	static void start() throws IOException {
		venue = new RecordedVenue();
	}

	@AfterAll
	static void stop() {
		venue.close();
	}

	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachField() {
		return Stream.of(
				orders("order-partial"), orders("order-filled"), orders("order-canceled"), orders("order-trailing"), orders("order-flat"),
				each("order-pending", VenueDriftTests::placed, VenueDriftTests::essence),
				each("orders-open", it -> it.openOrders(), VenueDriftTests::essence),
				each("account", Alpaca::account, it -> it.cash().toPlainString()),
				each("positions", Alpaca::positions, it -> it.stream().map(p -> p.symbol() + p.quantity() + " " + p.averagePrice().stripTrailingZeros()).toList()),
				each("clock", Alpaca::marketTime, _ -> ""))
			.flatMap(Function.identity());
	}

	/** Entries that move cash or units and do not say how many are left out by name; a fill never is. */
	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachFieldOfTheHistory() {
		List<VenueActivity> intact = venue.looking("order-flat").harming("activities", null).adapter(RecordedVenue.drift()).activitiesAfter(Instant.EPOCH);
		assertThat(intact).hasSize(8);
		return JsonHarm.of(RecordedVenue.recorded("activities")).stream().map(harm -> DynamicTest.dynamicTest("activities " + harm, () -> {
			VenueDrift drift = RecordedVenue.drift();
			try {
				List<VenueActivity> read = venue.looking("order-flat").harming("activities", harm.harmed().toString()).adapter(drift)
					.activitiesAfter(Instant.EPOCH);
				assertThat(read).allSatisfy(it -> assertThat(intact).anySatisfy(was -> assertThat(essence(it)).isEqualTo(essence(was))));
				assertThat(read.stream().filter(it -> it.fill() != null)).hasSameSizeAs(intact.stream().filter(it -> it.fill() != null).toList());
				boolean same = read.stream().map(VenueDriftTests::facts).toList().equals(intact.stream().map(VenueDriftTests::facts).toList());
				assertThat(same || drift.missed().contains("activity." + harm.field())).as("told of by name").isTrue();
				assertThat(same || !harm.sameMeaning()).as("the same, written otherwise").isTrue();
			}
			catch (AnswerLost e) {
				assertThat(e).hasMessageContaining(harm.field());
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> takesNothingButAListForOne() {
		return Stream.of("{}", "null", "\"none\"", "7", "").flatMap(body -> Stream.<java.util.Map.Entry<String, Function<Alpaca, Object>>>of(
				java.util.Map.entry("positions", Alpaca::positions), java.util.Map.entry("orders-open", Alpaca::openOrders),
				java.util.Map.entry("activities", Alpaca::lastActivity))
			.map(it -> DynamicTest.dynamicTest(it.getKey() + " answered with '" + body + "'", () -> {
				Alpaca adapter = venue.harming(it.getKey(), body).adapter(RecordedVenue.drift());
				org.assertj.core.api.Assertions.assertThatThrownBy(() -> it.getValue().apply(adapter)).isInstanceOf(AnswerLost.class);
			})));
	}

	private static Stream<DynamicTest> orders(String name) {
		return each(name, VenueDriftTests::lookedUp, VenueDriftTests::essence);
	}

	private static <T> Stream<DynamicTest> each(String name, Function<Alpaca, T> read, Function<T, Object> essence) {
		T intact = read.apply(venue.looking(name).harming(name, null).adapter(RecordedVenue.drift()));
		return JsonHarm.of(RecordedVenue.recorded(name)).stream().map(harm -> DynamicTest.dynamicTest(name + " " + harm, () -> {
			VenueDrift drift = RecordedVenue.drift();
			try {
				T now = read.apply(venue.looking(name).harming(name, harm.harmed().toString()).adapter(drift));
				assertThat(essence.apply(now)).isEqualTo(essence.apply(intact));
				assertThat(quantities(now)).zipSatisfy(quantities(intact), (is, was) -> assertThat(is.isEmpty() || is.equals(was)).as("nothing or as before").isTrue());
				assertThat(now.equals(intact) || drift.missed().stream().anyMatch(it -> it.endsWith("." + harm.field()))).as("told of by name: " + now)
					.isTrue();
				assertThat(now.equals(intact) || !harm.sameMeaning()).as("the same, written otherwise").isTrue();
			}
			catch (AnswerLost e) {
				assertThat(e).hasMessageContaining(harm.field());
			}
		}));
	}

	/** As evidence does it: a bracket whose answer names no legs has some all the same. */
	private static VenueOrder lookedUp(Alpaca adapter) {
		VenueOrder order = adapter.byClientOrderId("trend-1").orElseThrow();
		return order.legs().isEmpty() && order.clientOrderId().equals("trend-1") ? withLegs(adapter, order) : order;
	}

	private static VenueOrder placed(Alpaca adapter) {
		Answer answer = adapter.place(new NewOrder("trend-1", "BTC/USD", Side.BUY, OrderType.MARKET, TimeInForce.GTC, new BigDecimal("0.5"), null, null,
				new BigDecimal("110"), new BigDecimal("95")));
		return switch (answer) {
			case Answer.Placed(VenueOrder order) -> order.legs().isEmpty() ? withLegs(adapter, order) : order;
			case Answer.Lost(String reason) -> throw new AnswerLost(reason, null);
			default -> throw new AssertionError(answer);
		};
	}

	private static VenueOrder withLegs(Alpaca adapter, VenueOrder order) {
		return order.with(adapter.legsOf(order, new BigDecimal("0.5"), new BigDecimal("110"), new BigDecimal("95")).stream()
			.sorted(java.util.Comparator.comparing(it -> it.type().ordinal())).toList());
	}

	private static Object essence(List<VenueOrder> orders) {
		return orders.stream().map(VenueDriftTests::essence).toList();
	}

	private static Object essence(VenueOrder order) {
		return Stream.concat(Stream.of(order.id(), order.symbol(), order.side(), order.state(), order.filledQuantity().stripTrailingZeros(), order.type()), order.legs().stream().map(VenueDriftTests::essence)).toList();
	}

	/** How much was ordered may be unknown, and never something else. */
	private static List<Optional<BigDecimal>> quantities(Object read) {
		return switch (read) {
			case List<?> several -> several.stream().flatMap(it -> quantities(it).stream()).toList();
			case VenueOrder order -> Stream.concat(Stream.of(Optional.ofNullable(order.quantity())), quantities(order.legs()).stream()).toList();
			default -> List.of();
		};
	}

	private static Object essence(VenueActivity it) {
		return Stream.of(it.id(), it.kind(), it.amount().stripTrailingZeros(), Optional.ofNullable(it.fill()).map(fill -> fill.quantity() + " " + fill.price() + " "
				+ fill.cumulativeQuantity())).filter(Objects::nonNull).toList();
	}

	/** Without what is words only, or a time of day that brokers don't give for it, or the order that only the simulator names for a fee. */
	private static Object facts(VenueActivity it) {
		return it.fill() == null ? List.of(essence(it), String.valueOf(it.symbol()), String.valueOf(it.quantity()))
				: List.of(essence(it), it.at(), String.valueOf(it.orderId()), String.valueOf(it.symbol()));
	}
}
