package io.vigie.executor.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.engine.strategy.Action;
import io.vigie.executor.price.LastPrices;
import io.vigie.executor.testing.ExecutorTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody wants something bought: it goes to risk as a proposal, and nowhere else. */
class WishIT extends ExecutorTest {

	@LocalServerPort
	private int port;
	@Autowired
	private LastPrices prices;

	@Test
	void goesToRiskInTheWayItWasAskedFor() throws Exception {
		prices.saw("WSH", new BigDecimal("100"));
		String body = """
				{"bot":"trend","symbol":"WSH","side":"BUY","type":"LIMIT","time_in_force":"DAY","limit_price":"99.5","reason":"a hunch","id":"%s"}"""
			.formatted(UUID.randomUUID());

		assertThat(ask(body).statusCode()).isEqualTo(202);
		assertThat(ask(body).statusCode()).isEqualTo(202);

		Awaitility.await().untilAsserted(() -> assertThat(said("WSH")).hasSize(2));
		assertThat(said("WSH").getFirst().id()).as("one wish, however often").isEqualTo(said("WSH").getLast().id());
		TradeProposed proposal = said("WSH").getFirst().data();
		assertThat(proposal.strategy()).isEqualTo("person");
		assertThat(proposal.action()).isEqualTo(Action.BUY);
		assertThat(proposal.price()).isEqualByComparingTo("100");
		assertThat(proposal.reasoning()).isEqualTo("a hunch");
		assertThat(proposal.style()).isEqualTo(new OrderStyle(OrderType.LIMIT, TimeInForce.DAY, new BigDecimal("99.5"), null));
		assertThat(jdbc.sql("select count(*) from orders where symbol = 'WSH'").query(Long.class).single()).isZero();
	}

	@Test
	void sellsAtMarketWithoutAStyle() throws Exception {
		prices.saw("WSL", new BigDecimal("100"));

		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSL\",\"side\":\"SELL\",\"reason\":\"enough\"}").statusCode()).isEqualTo(202);

		Awaitility.await().untilAsserted(() -> assertThat(said("WSL")).singleElement().satisfies(it -> {
			assertThat(it.data().action()).isEqualTo(Action.CLOSE);
			assertThat(it.data().style()).isNull();
		}));
	}

	@Test
	void saysWhyItCannotBeAsked() throws Exception {
		assertThat(ask("{\"bot\":\"nobody\",\"symbol\":\"WSH\",\"side\":\"BUY\",\"reason\":\"why\"}").statusCode()).isEqualTo(404);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"UNSEEN\",\"side\":\"BUY\",\"reason\":\"why\"}").body()).contains("No price of UNSEEN has been seen yet");
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSH\",\"side\":\"BUY\"}").statusCode()).isEqualTo(400);
		assertThat(ask("{\"bot\":\"trend\",\"symbol\":\"WSH\",\"side\":\"BUY\",\"type\":\"ICEBERG\",\"reason\":\"why\"}").statusCode()).isEqualTo(400);
	}

	private List<Message<TradeProposed>> said(String symbol) {
		return wire.received(Topics.WISHES, TradeProposed.class).stream().filter(it -> it.data().symbol().equals(symbol)).toList();
	}

	private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/trading/orders"))
			.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
	}
}
