package io.vigie.sentinel.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.voice.Voice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinksTests {

	private static final Duration FOR_EVER = Duration.ofHours(1);

	/** All of them lead to the same venue: when one finds it back, the others need not wait out their own pause. */
	@Test
	void wakesTheOthersWhenOneComesUp() {
		FakeAlpaca venue = new FakeAlpaca();
		int port = venue.port();
		venue.close();
		var settings = new LinkSettings(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(10), FOR_EVER, FOR_EVER);
		Links links = new Links(settings, mock(Voice.class), Clock.systemUTC(), new SimpleMeterRegistry());
		URI address = URI.create("ws://127.0.0.1:" + port + "/v1beta3/crypto/us");
		Keeper first = links.keeper("first", new Silence(address));
		Keeper second = links.keeper("second", new Silence(address));
		first.start();
		second.start();
		await().until(() -> links.all().stream().allMatch(it -> it.now().failures() == 1));

		try (FakeAlpaca _ = new FakeAlpaca(port)) {
			links.named("broker-api").up();

			await().untilAsserted(() -> assertThat(links.all()).allMatch(Link::isUp));
		}
		finally {
			first.stop();
			second.stop();
		}
	}

	/** Says nothing and wants to hear nothing. */
	private record Silence(URI address) implements Conversation {

		@Override
		public void greet(Session session) {
			// Nobody is there to be greeted.
		}

		@Override
		public void catchUp() {
			// Nothing was missed.
		}

		@Override
		public boolean hear(String frame) {
			return true;
		}

		@Override
		public boolean isSilenceWrong() {
			return false;
		}
	}
}
