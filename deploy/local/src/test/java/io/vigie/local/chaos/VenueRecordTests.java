package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.setting.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VenueRecordTests {

	private static final String ORDERS = "GET /v2/orders?status=all&direction=asc&nested=true&limit=500&after=";

	private static final String FILLS = "GET /v2/account/activities/FILL?direction=asc&page_size=100";

	private final StubVenue venue = new StubVenue().answers("GET /v2/account", "{'cash':'990.5'}")
		.answers("GET /v2/positions", "[{'symbol':'BTCUSD','qty':'2'}]").answers(FILLS, "[]").answers(ORDERS + "1970-01-01T00:00:00Z", "[]");

	@AfterEach
	void stop() {
		venue.close();
	}

	@Test
	void readsCashAndPositions() {
		VenueRecord record = VenueRecord.read(venue.http());
		assertThat(record.cash()).isEqualTo("990.5");
		assertThat(record.positions()).containsExactly(Map.entry("BTCUSD", BigDecimal.TWO));
	}

	/** Several orders may be of one moment, on both sides of a page's end. */
	@Test
	void readsAllOrdersWithTheirLegsPageAfterPage() {
		String later = "2026-01-02T00:00:01Z";
		venue.answers(ORDERS + "1970-01-01T00:00:00Z", "[%s,%s]".formatted(order("1", "2026-01-02T00:00:00Z", order("1-leg", later, "")),
				order("2", later, "")));
		venue.answers(ORDERS + "2026-01-02T00:00:00.999999Z", "[%s,%s]".formatted(order("2", later, ""), order("3", later, "")));
		VenueRecord record = VenueRecord.read(venue.http());
		assertThat(record.orders()).extracting(VenueRecord.VenueOrder::id).containsExactly("1", "1-leg", "2", "3");
		assertThat(record.orders().get(1)).returns("1", VenueRecord.VenueOrder::parent).returns("BTCUSD", VenueRecord.VenueOrder::symbol)
			.returns(Instant.parse(later), VenueRecord.VenueOrder::at);
	}

	@Test
	void addsExecutionsUpOverAllPages() {
		venue.answers(FILLS, IntStream.range(0, 100).mapToObj(i -> fill("a-" + i, "o-1", "0.5")).collect(Collectors.joining(",", "[", "]")));
		venue.answers(FILLS + "&page_token=a-99", "[%s,%s]".formatted(fill("a-100", "o-1", "0.5"), fill("a-101", "o-2", "3")));
		assertThat(VenueRecord.read(venue.http()).filled()).extractingByKeys("o-1", "o-2").asInstanceOf(InstanceOfAssertFactories.list(BigDecimal.class))
			.containsExactly(new BigDecimal("50.5"), new BigDecimal("3"));
	}

	@Test
	void comparesNothingWithASilentVenue() {
		assertThatThrownBy(() -> VenueRecord.read(Http.to("http://localhost:1"))).isInstanceOf(Refusal.class)
			.hasMessage("The simulator does not answer GET /v2/positions: nothing can be compared.");
	}

	private static String order(String id, String at, String leg) {
		return "{'id':'%s','client_order_id':'bot-%s','symbol':'BTC/USD','side':'buy','filled_qty':'0','created_at':'%s','legs':%s}".formatted(id, id,
				at, leg.isEmpty() ? "null" : "[" + leg + "]");
	}

	private static String fill(String id, String order, String quantity) {
		return "{'id':'%s','order_id':'%s','qty':'%s'}".formatted(id, order, quantity);
	}
}
