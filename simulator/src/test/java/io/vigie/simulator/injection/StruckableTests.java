package io.vigie.simulator.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.market.VenueMarket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class StruckableTests {

	@TempDir
	private Path folder;

	private VenueMarket venue;
	private Struckable struckable;

	@BeforeEach
	void open() {
		venue = VenueMarket.open(folder);
		struckable = new Struckable(venue.market(), JsonMapper.builder().build());
	}

	@AfterEach
	void close() {
		venue.close();
	}

	@Test
	void takesSymbolSideAndKindFromTheOrderInTheBody() {
		Occasion order = of("POST", "/v2/orders", """
				{"symbol":"AAPL","side":"sell","type":"stop","client_order_id":"mine"}""");
		assertThat(order.symbols()).containsExactly("AAPL");
		assertThat(order.side()).isEqualTo("sell");
		assertThat(order.type()).isEqualTo("stop");
		assertThat(order.stop()).isTrue();
		assertThat(order.clientOrderId()).isEqualTo("mine");
		assertThat(order.id()).isEqualTo("mine");
		assertThat(order.what()).isEqualTo("POST /v2/orders");
	}

	@Test
	void knowsAPairHoweverItIsWritten() {
		venue.print("BTC/USD", "800");
		assertThat(of("POST", "/v2/orders", "{\"symbol\":\"BTCUSD\"}").symbols()).contains("BTC/USD");
		assertThat(of("GET", "/v2/positions/BTC%2FUSD", "").symbols()).contains("BTC/USD");
		assertThat(of("DELETE", "/v2/positions/BTCUSD", "").symbols()).contains("BTC/USD");
		assertThat(of("GET", "/v2/positions/BTC/USD", "").symbols()).contains("BTC/USD");
	}

	@Test
	void takesThemFromTheOrderThatAPathOrAQueryNames() {
		venue.print("AAPL", "100");
		String id = venue.buy("AAPL", "mine").toString();
		Occasion byId = of("DELETE", "/v2/orders/" + id, "");
		assertThat(byId.symbols()).containsExactly("AAPL");
		assertThat(byId.side()).isEqualTo("buy");
		assertThat(byId.type()).isEqualTo("market");
		assertThat(byId.clientOrderId()).isEqualTo("mine");
		MockHttpServletRequest query = new MockHttpServletRequest("GET", "/v2/orders:by_client_order_id");
		query.setParameter("client_order_id", "mine");
		assertThat(struckable.of(query, new byte[0]).symbols()).containsExactly("AAPL");
	}

	@Test
	void readsEverySymbolOfAQuery() {
		MockHttpServletRequest query = new MockHttpServletRequest("GET", "/v2/stocks/bars");
		query.setParameter("symbols", "AAPL,MSFT");
		assertThat(struckable.of(query, new byte[0]).symbols()).contains("AAPL", "MSFT");
	}

	@Test
	void seesTheStopThatABracketBringsAlong() {
		assertThat(of("POST", "/v2/orders", "{\"symbol\":\"AAPL\",\"type\":\"market\",\"stop_loss\":{\"stop_price\":\"90\"}}").stop()).isTrue();
		assertThat(of("POST", "/v2/orders", "{\"symbol\":\"AAPL\",\"type\":\"market\"}").stop()).isFalse();
	}

	@Test
	void standsBodiesThatAreNoOrders() {
		for (String body : new String[] { "", "{", "[]", "7", "null", "{\"symbol\":7}", "{\"symbol\":null,\"side\":[]}" }) {
			Occasion occasion = of("POST", "/v2/orders", body);
			assertThat(occasion.symbols()).isEmpty();
			assertThat(occasion.side()).isNull();
		}
		assertThat(of("GET", "/v2/orders/not-an-id", "").id()).isEqualTo("/v2/orders/not-an-id");
	}

	private Occasion of(String method, String path, String body) {
		return struckable.of(new MockHttpServletRequest(method, path), body.getBytes(StandardCharsets.UTF_8));
	}
}
