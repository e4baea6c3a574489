package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a person wants sold, at the simulator: it takes the place of what protected the position, and one fill ends it all. */
class SimulatorExitIT {

	@TempDir
	private static Path folder;

	private static SimulatorProcess venue;
	private static Solo executor;
	private static int number;

	@BeforeAll
	static void start() throws Exception {
		venue = SimulatorProcess.start(folder);
		await(() -> venue.print("WARM", "10"));
		// It is looked after protection much more often than usual, so that every moment between two orders is seen, and on a machine that
		// halts for seconds nothing is sold for having been without a stop for so long: no test here is about that.
		executor = new Solo("exits", venue.address())
			.with(Map.of("VIGIE_STOP_TRAIL_EVERY", "200ms", "VIGIE_PROTECTION_EVERY", "10ms", "VIGIE_PROTECTION_WITHIN", "10m")).start();
	}

	@AfterAll
	static void stop() {
		executor.close();
		venue.close();
	}

	@AfterEach
	void ledgerIsTheVenues() throws Exception {
		await(() -> {
			settle();
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
				.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
			assertThat(executor.jdbc.sql("select count(*) from position_covers where covered < quantity").query(Long.class).single()).isZero();
		});
		List<String> names = new ArrayList<>();
		venue.get("/v2/orders?status=all&limit=500").forEach(it -> names.add(it.path("client_order_id").asString()));
		assertThat(names).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "1,,11.01", "1,,12.5", ",10,11", ",2.5,10.1" })
	void trailsThePriceAndSellsWhereItTurns(@Nullable BigDecimal price, @Nullable BigDecimal percent, String high) throws Exception {
		String symbol = bought();
		Message<VerdictMessage> wanted = wanted(symbol, trailing(price, percent));
		OrderDoor.intend(executor.context(), wanted);
		OrderDoor.intend(executor.context(), wanted);

		await(() -> assertThat(open(symbol)).singleElement().asString().startsWith("trailing_stop 2 gtc"));
		await(() -> assertThat(covered(symbol)).isEqualByComparingTo("2"));
		venue.print(symbol, high);
		BigDecimal stands = new BigDecimal(high).subtract(price != null ? price : new BigDecimal(high).multiply(percent).movePointLeft(2));
		await(() -> assertThat(stopPrice(symbol)).as("moves with the price, in the books as at the venue").isEqualByComparingTo(stands));
		assertThat(shown(symbol)).isEqualTo(stands.stripTrailingZeros().toPlainString() + "  PROTECTED");
		assertThat(open(symbol)).as("a target that was risk's doesn't end it").hasSize(1);

		venue.print(symbol, stands.subtract(new BigDecimal("0.01")).setScale(2, java.math.RoundingMode.DOWN).toPlainString());
		await(() -> {
			settle();
			assertThat(held(symbol)).isZero();
		});
		assertThat(open(symbol)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "10.6,STOP,", "9.4,STOP,", "10.6,STOP_LIMIT,9.3", "9.4,STOP_LIMIT,9.3" })
	void sellsByTheFirstOfTwoAndEndsTheOther(String price, OrderType type, @Nullable BigDecimal limit) throws Exception {
		String symbol = bought();
		Message<VerdictMessage> wanted = wanted(symbol, oco(type, limit, "10.5"));
		OrderDoor.intend(executor.context(), wanted);
		OrderDoor.intend(executor.context(), wanted);

		await(() -> assertThat(open(symbol)).containsExactlyInAnyOrder("limit 2 gtc 10.5 null", type.name().toLowerCase(java.util.Locale.ROOT) + " 2 gtc " + limit + " 9.5"));
		await(() -> assertThat(covered(symbol)).as("protection counts the stop").isEqualByComparingTo("2"));
		assertThat(venue.get("/v2/orders?status=open&limit=500&nested=true&symbols=" + symbol).path(0).path("order_class").asString()).isEqualTo("oco");
		assertThat(roles(symbol)).containsExactlyInAnyOrder("STOP_LOSS", "TAKE_PROFIT");
		assertThat(shown(symbol)).isEqualTo("9.5 10.5 PROTECTED");

		sellsAll(symbol, price);
		assertThat(executor.jdbc.sql("select count(*) from trades where symbol = ? and side = 'SELL'").param(symbol).query(Long.class).single()).isEqualTo(1);
		assertThat(roles(symbol)).isEmpty();
	}

	/** A part by the target, the rest by the stop, which the venue has made smaller meanwhile. */
	@Test
	void endsBothWhereEachSellsAPart() throws Exception {
		String symbol = bought();
		wantsOco(symbol, "10.5");
		venue.post("/simulator/faults", """
				{"do":{"kind":"partial_fills","largest":"0.5"},"on":{"symbols":["%s"],"types":["limit"]},"when":{"times":1}}""".formatted(symbol), 200);
		venue.print(symbol, "10.6");
		await(() -> {
			settle();
			assertThat(held(symbol)).isEqualByComparingTo("1.5");
		});

		sellsAll(symbol, "9.4");
		assertThat(executor.jdbc.sql("select role || ' ' || state || ' ' || trim_scale(filled_quantity) from orders where symbol = ? and role <> 'ENTRY' and filled_quantity > 0 order by role")
			.param(symbol).query(String.class).list()).containsExactly("STOP_LOSS FILLED 1.5", "TAKE_PROFIT CANCELED 0.5");
		assertThat(roles(symbol)).isEmpty();
	}

	@Test
	void movesStopAndTargetAgain() throws Exception {
		String symbol = bought();
		wantsOco(symbol, "10.5");
		OrderDoor.intend(executor.context(), wanted(symbol, new OrderStyle(OrderType.STOP, null, null, new BigDecimal("9"), null, null, new BigDecimal("11"))));

		await(() -> assertThat(open(symbol)).containsExactlyInAnyOrder("limit 2 gtc 11 null", "stop 2 gtc null 9"));
		await(() -> assertThat(covered(symbol)).isEqualByComparingTo("2"));
		sellsAll(symbol, "8.9");
	}

	/** What was cancelled for it was not dropped by the venue: nothing is sold for want of a stop that stands. */
	@Test
	void movesThemAsOftenAsIsWanted() throws Exception {
		String symbol = bought();
		for (String target : List.of("10.5", "10.6", "10.7", "10.8", "10.9", "11")) {
			wantsOco(symbol, target);
		}

		assertThat(executor.jdbc.sql("select count(*) from orders where symbol = ? and role = 'EXIT'").param(symbol).query(Long.class).single()).isZero();
		sellsAll(symbol, "9.4");
	}

	/** Drawn by seed: wishes close upon each other, requests that fail or whose answer is lost, orders that the venue ends, prints in between. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void keepsAStopAndSellsNothingWhateverIsWantedAndWhateverFails(int seed) throws Exception {
		Random random = new Random(seed);
		String symbol = bought();
		int ended = 0;
		for (int step = 0; step < 12; step++) {
			switch (random.nextInt(6)) {
				case 0, 1 -> OrderDoor.intend(executor.context(), wanted(symbol, oco(OrderType.STOP, null, "10." + (3 + random.nextInt(6)))));
				case 2 -> OrderDoor.intend(executor.context(), wanted(symbol, trailing(BigDecimal.ONE, null)));
				case 3 -> fail(symbol, List.of("answer_lost", "server_error", "connection_reset").get(random.nextInt(3)), random.nextBoolean() ? "POST" : "DELETE");
				case 4 -> ended += ended < 2 && endsOne(symbol, random) ? 1 : 0;
				default -> {
					venue.print(symbol, "10.0" + random.nextInt(5));
					settle();
				}
			}
		}

		await(() -> {
			settle();
			assertThat(covered(symbol)).isEqualByComparingTo("2");
			assertThat(roles(symbol)).hasSameSizeAs(open(symbol));
		});
		assertThat(executor.jdbc.sql("select count(*) from orders where symbol = ? and role = 'EXIT'").param(symbol).query(Long.class).single()).isZero();
		sellsAll(symbol, "7.5");
	}

	/** Where the venue ends both, the executor protects again, where the stop stood last: lower than risk once wanted it. */
	@Test
	void protectsAgainWhereTheVenueEndsBoth() throws Exception {
		String symbol = bought();
		wantsOco(symbol, "10.5");
		venue.delete("/v2/orders/" + venue.get("/v2/orders?status=open&limit=500&nested=true&symbols=" + symbol).path(0).path("id").asString(), 204);

		await(() -> {
			settle();
			assertThat(open(symbol)).singleElement().isEqualTo("stop 2 gtc null 9.5");
		});
		sellsAll(symbol, "9.4");
	}

	@Test
	void letsTheStrategySellWhatTrails() throws Exception {
		String symbol = bought();
		OrderDoor.intend(executor.context(), wanted(symbol, trailing(BigDecimal.ONE, null)));
		await(() -> assertThat(open(symbol)).singleElement().asString().startsWith("trailing_stop"));

		OrderDoor.intend(executor.context(), VerdictFixtures.exit("trend", symbol, "2"));
		await(() -> assertThat(open(symbol)).singleElement().asString().startsWith("market"));
		sellsAll(symbol, "10.2");
	}

	@Test
	void lastOneWantedStands() throws Exception {
		String symbol = bought();
		OrderDoor.intend(executor.context(), wanted(symbol, trailing(BigDecimal.ONE, null)));
		OrderDoor.intend(executor.context(), wanted(symbol, trailing(BigDecimal.TWO, null)));

		await(() -> assertThat(open(symbol)).singleElement().asString().startsWith("trailing_stop 2 gtc null 8"));
		sellsAll(symbol, "7.9");
	}

	/** The position is without a stop between cancel and refusal; the one it had is put back at once. */
	@Test
	void putsTheStopBackWhereTheVenueRefusesWhatReplacesIt() throws Exception {
		String symbol = bought();
		venue.post("/simulator/faults", """
				{"do":{"kind":"stop_refused"},"on":{"symbols":["%s"]},"when":{"times":1}}""".formatted(symbol), 200);
		OrderDoor.intend(executor.context(), wanted(symbol, trailing(BigDecimal.ONE, null)));

		await(() -> assertThat(open(symbol)).singleElement().asString().isEqualTo("stop 2 gtc null 9.8"));
		assertThat(executor.jdbc.sql("select state from orders where symbol = ? and type = 'TRAILING_STOP'").param(symbol).query(String.class).single()).isEqualTo("REJECTED");
		sellsAll(symbol, "9.7");
	}

	@Test
	void leavesWhatItHasWhereNothingIsHeldOrAllIsBeingSold() throws Exception {
		Message<VerdictMessage> wanted = wanted("NOTHING", trailing(BigDecimal.ONE, null));
		OrderDoor.intend(executor.context(), wanted);

		await(() -> assertThat(executor.jdbc.sql("select state || ' ' || reason from orders where symbol = 'NOTHING'").query(String.class).single())
			.isEqualTo("CANCELED nothing is held that it would protect"));
	}

	private static String bought() throws Exception {
		String symbol = "EX" + number++;
		venue.print(symbol, "10");
		OrderDoor.intend(executor.context(), VerdictFixtures.entry("trend", symbol, "2", "10"));
		await(() -> assertThat(open(symbol)).isNotEmpty());
		venue.print(symbol, "10");
		await(() -> {
			settle();
			assertThat(covered(symbol)).isEqualByComparingTo("2");
		});
		return symbol;
	}

	/** Until it stands; what stood before protects the position as well, and would look like it. */
	private static void wantsOco(String symbol, String target) throws Exception {
		OrderDoor.intend(executor.context(), wanted(symbol, oco(OrderType.STOP, null, target)));
		await(() -> assertThat(open(symbol)).containsExactlyInAnyOrder("limit 2 gtc " + target + " null", "stop 2 gtc null 9.5"));
		await(() -> assertThat(roles(symbol)).containsExactlyInAnyOrder("STOP_LOSS", "TAKE_PROFIT"));
	}

	private static void sellsAll(String symbol, String price) throws Exception {
		venue.print(symbol, price);
		await(() -> {
			settle();
			assertThat(held(symbol)).isZero();
			assertThat(open(symbol)).isEmpty();
		});
	}

	private static void fail(String symbol, String kind, String method) throws Exception {
		venue.post("/simulator/faults", """
				{"do":{"kind":"%s"},"on":{"symbols":["%s"],"methods":["%s"],"path":"/v2/orders.*"},"when":{"times":1}}""".formatted(kind, symbol, method), 200);
	}

	/** Too few times to count as dropped for good. What failed here was ended by somebody else. */
	private static boolean endsOne(String symbol, Random random) throws Exception {
		JsonNode open = venue.get("/v2/orders?status=open&limit=500&symbols=" + symbol);
		if (open.isEmpty()) {
			return false;
		}
		try {
			venue.delete("/v2/orders/" + open.path(random.nextInt(open.size())).path("id").asString(), 204);
		}
		catch (AssertionError | IOException _) {
			return false;
		}
		return true;
	}

	private static OrderStyle trailing(@Nullable BigDecimal price, @Nullable BigDecimal percent) {
		return new OrderStyle(OrderType.TRAILING_STOP, null, null, null, price, percent, null);
	}

	private static OrderStyle oco(OrderType type, @Nullable BigDecimal limit, String target) {
		return new OrderStyle(type, null, limit, new BigDecimal("9.5"), null, null, new BigDecimal(target));
	}

	/** To people: stop, target and whether it is protected. */
	private static String shown(String symbol) throws Exception {
		JsonNode position = executor.get("/trading/positions?bot=trend").valueStream().filter(it -> it.path("symbol").asString().equals(symbol)).findFirst().orElseThrow();
		return position.path("stop_loss").asString("") + " " + position.path("take_profit").asString("") + " " + position.path("protection").asString();
	}

	private static List<String> roles(String symbol) {
		return executor.jdbc.sql("select role from orders where symbol = ? and state = 'ACCEPTED'").param(symbol).query(String.class).list();
	}

	private static Message<VerdictMessage> wanted(String symbol, OrderStyle style) {
		return VerdictFixtures.exit("trend", symbol, "2", style);
	}

	/** Nobody tells this executor of account events: it asks. */
	private static void settle() {
		executor.context().getBean(OwnOrders.class).settle(executor.context().getBean(Orders.class).open(), Duration.ofSeconds(5));
	}

	private static BigDecimal held(String symbol) {
		return executor.jdbc.sql("select coalesce(sum(quantity), 0) from positions where symbol = ?").param(symbol).query(BigDecimal.class).single();
	}

	private static BigDecimal covered(String symbol) {
		return executor.jdbc.sql("select coalesce(sum(covered), 0) from position_covers where symbol = ?").param(symbol).query(BigDecimal.class).single();
	}

	private static BigDecimal stopPrice(String symbol) {
		return executor.jdbc.sql("select stop_price from orders where symbol = ? and type = 'TRAILING_STOP' and state = 'ACCEPTED'").param(symbol)
			.query(BigDecimal.class).single();
	}

	/** At the venue, as type, quantity, time, limit and stop. */
	private static List<String> open(String symbol) throws Exception {
		List<String> open = new ArrayList<>();
		for (JsonNode order : venue.get("/v2/orders?status=open&limit=500&symbols=" + symbol)) {
			open.add(order.path("type").asString() + " " + order.path("qty").asString() + " " + order.path("time_in_force").asString() + " "
					+ order.path("limit_price").asString("null") + " " + order.path("stop_price").asString("null"));
		}
		return open;
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).ignoreExceptions().untilAsserted(assertion);
	}
}
