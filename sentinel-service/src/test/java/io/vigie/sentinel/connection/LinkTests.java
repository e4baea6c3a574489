package io.vigie.sentinel.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTests {

	private Instant now = Instant.parse("2026-03-02T12:00:00Z");
	private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
	private final List<ConnectionChanged> told = new ArrayList<>();
	private final Link link = new Link("crypto-feed", new Moving(), told::add);

	@Test
	void isDownBeforeItIsUp() {
		assertThat(link.isUp()).isFalse();
		assertThat(told).isEmpty();
	}

	@Test
	void tellsOnceThatItIsUp() {
		link.up();
		link.up();

		assertThat(told).singleElement().satisfies(it -> {
			assertThat(it.state()).isEqualTo(LinkState.UP);
			assertThat(it.failures()).isZero();
		});
	}

	@Test
	void countsFailuresInARowSinceTheFirst() {
		link.up();
		now = now.plusSeconds(10);
		link.down("cut");
		now = now.plusSeconds(10);
		link.down("refused");

		assertThat(told.getLast()).isEqualTo(
				new ConnectionChanged("crypto-feed", LinkState.DOWN, 2, Instant.parse("2026-03-02T12:00:10Z"),
						"refused"));
		link.up();
		assertThat(told.getLast().failures()).isZero();
	}

	@Test
	void countsAReconnectOnceHoweverOftenItFails() {
		link.down("not yet");
		link.up();
		link.down("cut");
		link.down("still");
		link.stale("quiet");

		assertThat(link.reconnects()).isEqualTo(1);
	}

	@Test
	void staysStaleUntilItIsProvenGood() {
		link.up();
		link.stale("quiet");

		assertThat(link.now().state()).isEqualTo(LinkState.STALE);
		assertThat(link.now().failures()).isEqualTo(1);
	}

	private final class Moving extends Clock {

		@Override
		public java.time.ZoneId getZone() {
			return clock.getZone();
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return now;
		}
	}
}
