package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VenueSettingsTests {

	@Test
	void findsTheStreamsOfTheSimulatorWhereItsRestIs() {
		VenueSettings settings = settings("http://localhost:8090", null);

		assertThat(settings.stockStream()).hasToString("ws://localhost:8090/v2/iex");
		assertThat(settings.cryptoStream()).hasToString("ws://localhost:8090/v1beta3/crypto/us");
		assertThat(settings.accountStream()).hasToString("ws://localhost:8090/stream");
	}

	@Test
	void findsTheStreamsOfAlpacaOnTheirOwnHost() {
		VenueSettings settings = settings("https://data.alpaca.markets", null);

		assertThat(settings.stockStream()).hasToString("wss://stream.data.alpaca.markets/v2/iex");
		assertThat(settings.cryptoStream()).hasToString("wss://stream.data.alpaca.markets/v1beta3/crypto/us");
	}

	@Test
	void prefersWhatIsNamed() {
		URI named = URI.create("wss://elsewhere/feed");

		assertThat(settings("http://localhost:8090", named).stockStream()).isEqualTo(named);
	}

	@Test
	void takesEmptyAsNotNamed() {
		assertThat(settings("http://localhost:8090", URI.create("")).stockStream())
				.hasToString("ws://localhost:8090/v2/iex");
	}

	@Test
	void keepsTheSecretToItself() {
		assertThat(settings("http://localhost:8090", null).toString()).doesNotContain("hush").doesNotContain("who");
	}

	private static VenueSettings settings(String url, @Nullable URI stream) {
		return new VenueSettings(URI.create(url), URI.create(url), URI.create(url), "iex", stream, stream, stream,
				"who", "hush", Duration.ofSeconds(1));
	}
}
