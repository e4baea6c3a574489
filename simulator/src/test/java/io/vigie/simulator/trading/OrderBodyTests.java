package io.vigie.simulator.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Kind;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OrderBodyTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Test
	void readsABracket() {
		Command.Place place = read("""
				{"symbol":"BTCUSD","qty":"1.5","side":"buy","type":"market","time_in_force":"gtc","order_class":"bracket",
				"take_profit":{"limit_price":"900"},"stop_loss":{"stop_price":"700","limit_price":"690"},"anything":"else"}""");
		assertThat(place.orderClass()).isEqualTo(OrderClass.BRACKET);
		assertThat(place.terms().symbol()).isEqualTo("BTC/USD");
		assertThat(place.takeProfit()).isEqualByComparingTo("900");
		assertThat(place.stopLoss()).isNotNull();
		assertThat(place.clientOrderId()).isNull();
	}

	@Test
	void readsNumbersAsWellAsStrings() {
		assertThat(read("{\"symbol\":\"A\",\"qty\":4,\"side\":\"sell\",\"type\":\"limit\",\"limit_price\":10.5,\"time_in_force\":\"day\"}").terms())
			.satisfies(it -> {
				assertThat(it.quantity()).isEqualByComparingTo("4");
				assertThat(it.limitPrice()).isEqualByComparingTo("10.5");
				assertThat(it.kind()).isEqualTo(Kind.LIMIT);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"side\":\"buy\"}|422|symbol is required",
			"{\"symbol\":\"A\"}|422|type is required", "{\"symbol\":\"A\",\"type\":\"market\"}|422|side is required",
			"{\"symbol\":\"A\",\"type\":\"foo\",\"side\":\"buy\"}|422|invalid type: foo",
			"{\"symbol\":\"A\",\"type\":\"market\",\"side\":\"up\"}|422|invalid side: up",
			"{\"symbol\":\"A\",\"type\":\"market\",\"side\":\"buy\",\"qty\":\"NaN\"}|422|invalid qty: a plain decimal is needed",
			"{\"symbol\":\"A\",\"type\":\"market\",\"side\":\"buy\",\"qty\":\"1e99999999\"}|422|invalid qty: a plain decimal is needed",
			"{\"symbol\":\"A\",\"type\":\"market\",\"side\":\"buy\",\"qty\":\"1\"}|422|time_in_force is required",
			"{\"symbol\":7}|400|request body format is invalid: symbol must be a string" })
	void saysWhatIsWrong(String json, int status, String message) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(json)).withMessage(message)
			.satisfies(it -> assertThat(it.status()).isEqualTo(status));
	}

	private static Command.Place read(String json) {
		return new OrderBody(MAPPER.readTree(json)).toPlace(Instant.EPOCH, it -> it.equals("BTCUSD") ? "BTC/USD" : it);
	}
}
