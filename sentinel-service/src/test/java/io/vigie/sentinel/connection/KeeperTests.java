package io.vigie.sentinel.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.sentinel.FakeAlpaca;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeeperTests {

	private static final String SYMBOL = "BTC/USD";

	private final List<ConnectionChanged> told = new CopyOnWriteArrayList<>();
	private final Link link = new Link("crypto-feed", Clock.systemUTC(), this::tell);
	private final Talk talk = new Talk();
	private FakeAlpaca venue = new FakeAlpaca();
	private Keeper keeper;
	private volatile boolean nobodyListens;

	@BeforeEach
	void start() {
		LinkSettings settings = new LinkSettings(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(600),
				Duration.ofMillis(10),
				Duration.ofMillis(50));
		keeper = new Keeper(link, talk, HttpClient.newHttpClient(), settings, new BackOff(settings.backOffFrom(),
				settings.backOffTo(), new Random(1)));
		keeper.start();
		await().until(() -> venue.isFollowed(SYMBOL) && link.isUp());
	}

	@AfterEach
	void stop() {
		keeper.stop();
		venue.close();
	}

	@Test
	void handsOverFramesInOrder() {
		for (int i = 0; i < 500; i++) {
			venue.sayOnFeeds("frame " + i, SYMBOL);
		}
		await().until(() -> talk.heard.size() == 500);
		assertThat(talk.heard).startsWith("frame 0", "frame 1").endsWith("frame 499");
	}

	@Test
	void connectsAndCatchesUpAgainAfterACut() {
		venue.cut();

		await().until(() -> talk.caughtUp.get() == 2 && link.isUp());
		assertThat(told).extracting(ConnectionChanged::state).startsWith(LinkState.UP, LinkState.DOWN)
				.endsWith(LinkState.UP);
		assertThat(link.reconnects()).isEqualTo(1);
	}

	@Test
	void goesOnTryingWhileTheVenueIsGone() {
		int port = venue.port();
		venue.close();
		await().until(() -> link.now().failures() >= 3);
		assertThat(link.now().state()).isEqualTo(LinkState.DOWN);
		assertThat(link.now().reason()).contains("No connection to ws://127.0.0.1");

		venue = new FakeAlpaca(port);
		await().until(() -> venue.isFollowed(SYMBOL) && link.isUp());
	}

	@Test
	void beginsAgainWhenCatchingUpFails() {
		talk.failing.set(2);
		venue.cut();

		await().until(() -> talk.caughtUp.get() == 2 && link.isUp());
		assertThat(told).extracting(ConnectionChanged::reason).contains("no history");
	}

	@Test
	void tellsSilenceWhereItIsWrongAndEndsItWithTheFirstWord() {
		talk.silenceIsWrong = true;
		await().until(() -> link.now().state() == LinkState.STALE);
		await().until(() -> talk.caughtUp.get() >= 2 && venue.isFollowed(SYMBOL));
		assertThat(link.now().state()).isEqualTo(LinkState.STALE);

		await().pollInterval(Duration.ofMillis(50)).until(() -> {
			venue.sayOnFeeds("word", SYMBOL);
			return link.isUp();
		});
	}

	@Test
	void bearsSilenceWhereItIsFine() {
		await().pollDelay(Duration.ofMillis(1500)).until(() -> true);

		assertThat(told).extracting(ConnectionChanged::state).containsExactly(LinkState.UP);
		assertThat(talk.caughtUp).hasValue(1);
	}

	@Test
	void goesOnThoughNobodyCanBeTold() {
		nobodyListens = true;
		venue.cut();
		await().until(() -> link.now().state() == LinkState.DOWN);
		nobodyListens = false;

		await().until(() -> talk.caughtUp.get() >= 2 && link.isUp());
	}

	@Test
	void stopsWithoutAWord() {
		keeper.stop();

		await().until(() -> !venue.isFollowed(SYMBOL));
		assertThat(told).extracting(ConnectionChanged::state).containsExactly(LinkState.UP);
	}

	private void tell(ConnectionChanged change) {
		if (nobodyListens) {
			throw new IllegalStateException("nobody listens");
		}
		told.add(change);
	}

	private final class Talk implements Conversation {

		private final List<String> heard = new CopyOnWriteArrayList<>();
		private final AtomicInteger caughtUp = new AtomicInteger();
		private final AtomicInteger failing = new AtomicInteger();
		private volatile boolean silenceIsWrong;

		@Override
		public URI address() {
			return URI.create(venue.url().replace("http", "ws") + "/v1beta3/crypto/us");
		}

		@Override
		public void greet(Session session) throws LinkBroken, InterruptedException {
			session.answer();
			session.say("{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}");
			session.answer();
			session.say("{\"action\":\"subscribe\",\"trades\":[\"" + SYMBOL + "\"]}");
			session.answer();
		}

		@Override
		public void catchUp() {
			if (failing.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
				throw new IllegalStateException("no history");
			}
			caughtUp.incrementAndGet();
		}

		@Override
		public boolean hear(String frame) {
			heard.add(frame);
			return true;
		}

		@Override
		public boolean isSilenceWrong() {
			return silenceIsWrong;
		}
	}
}
