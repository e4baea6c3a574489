package io.vigie.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionsTests {

	private final Subscriptions subscriptions = new Subscriptions(Feed.CRYPTO.channels());

	@Test
	void addsAndTakesAwaySymbols() {
		subscriptions.apply(json("{\"action\":\"subscribe\",\"trades\":[\"BTC/USD\",\"ETH/USD\"]}"), true);
		assertThat(subscriptions.wants("trades", "BTC/USD")).isTrue();
		assertThat(subscriptions.wants("quotes", "BTC/USD")).isFalse();
		subscriptions.apply(json("{\"action\":\"unsubscribe\",\"trades\":[\"BTC/USD\"]}"), false);
		assertThat(subscriptions.wants("trades", "BTC/USD")).isFalse();
		assertThat(subscriptions.wants("trades", "ETH/USD")).isTrue();
	}

	@Test
	void wantsEverythingForAStar() {
		subscriptions.apply(json("{\"bars\":[\"*\"]}"), true);
		assertThat(subscriptions.wants("bars", "ANY/USD")).isTrue();
	}

	@Test
	void showsEveryChannel() {
		subscriptions.apply(json("{\"trades\":[\"B\",\"A\"]}"), true);
		assertThat(subscriptions.view().keySet()).containsExactly("T", "trades", "quotes", "orderbooks", "bars", "updatedBars", "dailyBars");
		assertThat(subscriptions.view()).containsEntry("trades", Set.of("A", "B"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"gossip\":[\"A\"]}", "{\"trades\":\"A\"}" })
	void refusesUnknownChannelsAndWhatIsNoList(String message) {
		assertThat(subscriptions.apply(json(message), true)).isFalse();
	}

	@Test
	void carriesPairsAndStocksApart() {
		assertThat(Feed.CRYPTO.carries("BTC/USD")).isTrue();
		assertThat(Feed.CRYPTO.carries("AAPL")).isFalse();
		assertThat(Feed.STOCKS.carries("AAPL")).isTrue();
		assertThat(Feed.STOCKS.channels()).containsAll(List.of("trades", "quotes", "bars"));
	}

	private static JsonNode json(String text) {
		return JsonMapper.builder().build().readTree(text);
	}
}
