package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The platform's books against the venue's own record: the same cash, the same positions, every order once on both sides, every
 * fill once on both sides, and a ledger that sums to zero. The market stands still while it looks.
 */
record Audit(Http venue, Http executor) {

	static Audit of(Platform platform) {
		return new Audit(platform.http("simulator"), platform.http("executor"));
	}

	void passes() {
		venue.send("POST", "/simulator/pause", "");
		try {
			Patience.until("executor and venue to agree on cash", () -> cash(), venueCash()::equals);
			assertThat(positions()).as("positions").isEqualTo(venuePositions());
			assertThat(executor.get("/trading/ledger/balance").get("balanced").asBoolean()).as("ledger sums to zero").isTrue();
			assertThat(filled()).as("filled quantity per venue order").isEqualTo(venueFilled());
			assertThat(clientIds(executor, "/trading/orders?limit=1000").toList()).as("orders, each once").doesNotHaveDuplicates();
			assertThat(clientIds(venue, "/v2/orders?status=all&limit=500").toList()).as("venue orders, each once").doesNotHaveDuplicates();
			assertThat(sent()).as("orders believed to be at the venue").isSubsetOf(venueOrders());
			assertThat(venueOrders()).as("orders at the venue").isSubsetOf(known());
		}
		finally {
			venue.send("POST", "/simulator/resume", "");
		}
	}

	private BigDecimal cash() {
		return executor.list("/trading/portfolio").map(it -> decimal(it, "cash")).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
	}

	private BigDecimal venueCash() {
		return decimal(venue.get("/v2/account"), "cash").stripTrailingZeros();
	}

	private Map<String, BigDecimal> positions() {
		return sums(executor.list("/trading/positions"), it -> it.get("symbol").asString().replace("/", ""), "quantity");
	}

	private Map<String, BigDecimal> venuePositions() {
		return sums(venue.list("/v2/positions"), it -> it.get("symbol").asString().replace("/", ""), "qty");
	}

	private Map<String, BigDecimal> filled() {
		Map<String, String> venueIds = executor.list("/trading/orders?limit=1000")
			.filter(it -> it.hasNonNull("venue_order_id"))
			.collect(Collectors.toMap(it -> it.get("id").asString(), it -> it.get("venue_order_id").asString()));
		return sums(executor.list("/trading/trades?limit=1000"), it -> venueIds.get(it.get("order_id").asString()), "quantity");
	}

	private Map<String, BigDecimal> venueFilled() {
		return sums(allVenueOrders(), it -> it.get("id").asString(), "filled_qty");
	}

	private List<String> sent() {
		return executor.list("/trading/orders?limit=1000")
			.filter(it -> List.of("ACCEPTED", "PARTIALLY_FILLED", "FILLED", "CANCELED", "EXPIRED").contains(it.get("state").asString()))
			.filter(it -> it.hasNonNull("venue_order_id"))
			.map(it -> it.get("venue_order_id").asString())
			.toList();
	}

	private List<String> known() {
		return executor.list("/trading/orders?limit=1000")
			.filter(it -> it.hasNonNull("venue_order_id"))
			.map(it -> it.get("venue_order_id").asString())
			.toList();
	}

	private List<String> venueOrders() {
		return allVenueOrders().map(it -> it.get("id").asString()).toList();
	}

	/** Legs come inside their parents. */
	private Stream<JsonNode> allVenueOrders() {
		return venue.list("/v2/orders?status=all&limit=500&nested=true")
			.flatMap(it -> Stream.concat(Stream.of(it), it.path("legs").valueStream()));
	}

	private static Stream<String> clientIds(Http http, String path) {
		return http.list(path).map(it -> it.get("client_order_id").asString());
	}

	private static Map<String, BigDecimal> sums(Stream<JsonNode> rows, Function<JsonNode, String> key, String quantity) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		rows.forEach(it -> sums.merge(key.apply(it), decimal(it, quantity), BigDecimal::add));
		sums.values().removeIf(it -> it.signum() == 0);
		sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
		return sums;
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		return new BigDecimal(node.get(field).asString());
	}
}
