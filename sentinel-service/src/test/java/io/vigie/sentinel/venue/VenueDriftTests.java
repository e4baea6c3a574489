package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vigie.common.testing.JsonHarm;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.market.Listing;
import io.vigie.engine.market.Tick;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brokers change what they say without notice. Each field of each recorded answer and frame is harmed in turn, and whatever comes
 * of it, it reads as before, or the loss is named: as drift, or as the reason why it can't be read. What is told of an order or a
 * fill is never other than it was.
 */
class VenueDriftTests {

	private static HttpServer server;
	private static VenueSettings settings;
	private static volatile String harmedPath = "";
	private static volatile String harmed = "";

	@BeforeAll
	static void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", http -> {
			String path = http.getRequestURI().getPath();
			byte[] body = (path.equals(harmedPath) ? harmed : recorded(path)).getBytes(StandardCharsets.UTF_8);
			http.sendResponseHeaders(200, body.length);
			http.getResponseBody().write(body);
			http.close();
		});
		server.start();
		URI url = URI.create("http://localhost:" + server.getAddress().getPort());
		settings = new VenueSettings(url, url, url, "iex", null, null, null, "who", "hush", Duration.ofSeconds(2));
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachFieldOverRest() {
		return Stream.of(
				answers("clock", "/v2/clock", Broker::hours, _ -> List.of()),
				answers("orders-closed", "/v2/orders", Broker::endedOrders, VenueDriftTests::essence),
				answers("activities", "/v2/account/activities", it -> it.activitiesAfter("").stream().map(VenueDriftTests::bare).toList(), VenueDriftTests::essence),
				answers("order-canceled", "/v2/orders/9d729be5-5b59-3caf-be92-d7312df2d67b",
						it -> it.order("9d729be5-5b59-3caf-be92-d7312df2d67b").stream().toList(), VenueDriftTests::essence))
			.flatMap(Function.identity());
	}

	/** What is told of how something is traded is never other than it was, but for what is not told. */
	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachFieldOfAnAsset() {
		return Stream.of(
				assets("asset-stock", "/v2/assets/AAPL", it -> List.of(it.stock("AAPL"))),
				assets("assets-crypto", "/v2/assets", it -> it.pairs(List.of("BTC/USD"))))
			.flatMap(Function.identity());
	}

	/** Symbols are names of fields too; one that is not there did not trade. */
	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachFieldOfTheMarketsHistory() {
		return Stream.of(List.of("trades-crypto", "/v1beta3/crypto/us/trades", "BTC/USD"), List.of("trades-stocks", "/v2/stocks/trades", "AAPL"))
			.flatMap(it -> harms(it.get(0)).filter(harm -> !harm.path().equals("trades/" + it.get(2)) && !(harm.path().equals("trades") && harm.isEmptied()))
				.map(harm -> DynamicTest.dynamicTest(it.get(0) + " " + harm, () -> compare(harm, it.get(1),
						(_, drift) -> trades(it.get(2), drift), VenueDriftTests::prices))));
	}

	@TestFactory
	Stream<DynamicTest> bearsTheLossOfEachFieldOfAFrame() {
		return Stream.of(
				frames("frames-account", (frame, drift) -> List.of(wordless(Recordings.frames(drift).read(frame))), VenueDriftTests::essence),
				frames("frames-crypto", (frame, drift) -> new FeedFrames(drift).read(frame), VenueDriftTests::prices),
				frames("frames-stocks", (frame, drift) -> new FeedFrames(drift).read(frame), VenueDriftTests::prices))
			.flatMap(Function.identity());
	}

	private interface Reading<T> {

		T read(String frame, VenueDrift drift) throws InterruptedException;
	}

	private static <T> Stream<DynamicTest> answers(String name, String path, Function<Broker, T> read, Function<T, List<?>> essence) {
		return harms(name).map(harm -> DynamicTest.dynamicTest(name + " " + harm, () -> compare(harm, path,
				(_, drift) -> read.apply(Recordings.broker(settings, drift)), essence)));
	}

	private static Stream<DynamicTest> assets(String name, String path, Function<Assets, List<Listing>> read) {
		return harms(name).map(harm -> DynamicTest.dynamicTest(name + " " + harm, () -> compare(harm, path,
				(_, drift) -> read.apply(Recordings.assets(settings, drift)), VenueDriftTests::essence)));
	}

	private static <T> Stream<DynamicTest> frames(String name, Reading<List<T>> read, Function<List<T>, List<?>> essence) {
		return JsonMapper.shared().readTree(Recordings.recorded(name)).valueStream().map(Object::toString)
			.flatMap(frame -> JsonHarm.of(frame).stream().filter(VenueDriftTests::isToBeSeen).map(harm -> DynamicTest.dynamicTest(name + " " + harm, () -> {
				VenueDrift drift = Recordings.drift();
				judge(harm, read.read(frame, Recordings.drift()), read.read(harm.harmed().toString(), drift), drift, essence);
			})));
	}

	private static <T> void compare(JsonHarm harm, String path, Reading<T> read, Function<T, List<?>> essence) throws InterruptedException {
		harmedPath = "";
		T intact = read.read("", Recordings.drift());
		harmedPath = path;
		harmed = harm.harmed().toString();
		VenueDrift drift = Recordings.drift();
		try {
			judge(harm, intact, read.read("", drift), drift, essence);
		}
		catch (VenueUnavailable e) {
			assertThat(e).hasMessageContaining(harm.field());
		}
	}

	private static <T> void judge(JsonHarm harm, T intact, T now, VenueDrift drift, Function<T, List<?>> essence) {
		assertThat(essence.apply(intact).containsAll(essence.apply(now))).as("nothing that was not so: " + now).isTrue();
		assertThat(now.equals(intact) || isNamed(harm, now, drift)).as("told of by name: " + now + drift.missed()).isTrue();
		assertThat(now.equals(intact) || !harm.sameMeaning() || isNamed(harm, now, drift)).as("the same, written otherwise").isTrue();
	}

	private static boolean isNamed(JsonHarm harm, Object now, VenueDrift drift) {
		return harm.isEmptied() && !drift.missed().isEmpty() || drift.missed().stream().anyMatch(it -> it.endsWith("." + harm.field()) || harm.path().contains("order/" + harm.field()) && it.startsWith("order."))
				|| now.toString().contains("no whole " + harm.field());
	}

	private static Stream<JsonHarm> harms(String name) {
		return JsonHarm.of(Recordings.recorded(name)).stream().filter(VenueDriftTests::isToBeSeen);
	}

	/** That an order replaces none is what most say of themselves. */
	private static boolean isToBeSeen(JsonHarm harm) {
		return !(harm.field().equals("replaces") && harm.how().equals("null"));
	}

	private static List<Tick> trades(String symbol, VenueDrift drift) throws InterruptedException {
		List<Tick> ticks = new ArrayList<>();
		Recordings.marketData(settings, drift).trades(symbol, Instant.EPOCH, ticks::add);
		return ticks;
	}

	private static String recorded(String path) {
		return Recordings.recorded(switch (path) {
			case "/v2/clock" -> "clock";
			case "/v2/orders" -> "orders-closed";
			case "/v2/assets" -> "assets-crypto";
			case "/v2/assets/AAPL" -> "asset-stock";
			case "/v2/account/activities" -> "activities";
			case "/v1beta3/crypto/us/trades" -> "trades-crypto";
			case "/v2/stocks/trades" -> "trades-stocks";
			case "/v2/orders/9d729be5-5b59-3caf-be92-d7312df2d67b" -> "order-canceled";
			default -> "order-flat";
		});
	}

	/** Identity, side, what happened, how much of it. What can't be read says nothing. */
	private static List<?> essence(Object read) {
		return switch (read) {
			case List<?> several -> several.stream().flatMap(it -> essence(it).stream()).toList();
			case Listing it -> Stream.of(it.symbol() + " is traded " + it.tradable(), "fractionable " + it.fractionable(), "shortable " + it.shortable(),
					"least " + it.leastQuantity(), "step " + it.quantityStep(), "tick " + it.priceStep()).filter(word -> !word.endsWith(" null")).toList();
			case VenueOrder it -> List.of(it.id() + it.symbol() + it.side() + it.filledQuantity().stripTrailingZeros() + end(it.status()));
			case AccountEvent.Updated it -> List.of(it.event() + " " + essence(it.order()) + Optional.ofNullable(it.execution())
				.map(fill -> fill.quantity() + " " + fill.price() + " " + fill.cumulativeQuantity()));
			case Activity.Fill it -> List.of(it.id() + it.orderId() + it.symbol() + it.side() + it.quantity() + it.price() + it.cumulative() + it.leaves().stripTrailingZeros());
			case Activity.Other it -> List.of(it.id() + it.kind() + it.amount().stripTrailingZeros());
			default -> List.of();
		};
	}

	/** Why is told for people only. */
	private static AccountEvent wordless(AccountEvent event) {
		return event instanceof AccountEvent.Updated it ? new AccountEvent.Updated(it.event(), it.order(), it.execution(), it.at(), "") : event;
	}

	/** Without words, a time of day that brokers don't give for it, and the order that only the simulator names. */
	private static Activity bare(Activity activity) {
		return activity instanceof Activity.Other it ? new Activity.Other(it.id(), Instant.EPOCH, it.kind(), it.symbol(), it.amount(), it.quantity(), null, "")
				: activity;
	}

	private static String end(String status) {
		return Stream.of("filled", "canceled", "expired", "rejected", "replaced").filter(status::equals).findFirst().orElse("open");
	}

	/** Nobody's money is counted by the size of a print. */
	private static List<?> prices(List<?> events) {
		return events.stream().map(it -> switch (it) {
			case Tick tick -> tick.symbol() + tick.at() + tick.price();
			case FeedEvent.Printed(Tick tick) -> tick.symbol() + tick.at() + tick.price();
			case FeedEvent.Quoted quoted -> quoted.quote().symbol() + quoted.quote().at() + quoted.quote().bid() + quoted.quote().ask();
			default -> null;
		}).filter(Objects::nonNull).toList();
	}
}
