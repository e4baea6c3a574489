package io.vigie.sentinel.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFramesTests {

	private final FeedFrames frames = new FeedFrames(Recordings.drift());

	@Test
	void readsStockTradeAsAlpacaDocumentsIt() {
		assertThat(frames.read("""
				[{"T":"t","i":96921,"S":"AAPL","x":"D","p":126.55,"s":1,"t":"2021-02-22T15:51:44.208123456Z","c":["@","I"],"z":"C"}]"""))
			.containsExactly(new FeedEvent.Printed(new Tick("AAPL", 96921,
					Instant.parse("2021-02-22T15:51:44.208123456Z"),
					new BigDecimal("126.55"), new BigDecimal("1"))));
	}

	@Test
	void readsCryptoTradeExactly() {
		FeedEvent.Printed printed = (FeedEvent.Printed) frames.read("""
				[{"T":"t","S":"BTC/USD","p":40798.286000000000000001,"s":0.00000001,"t":"2022-04-13T19:06:16Z","i":155,"tks":"B"}]""").getFirst();

		assertThat(printed.tick().price()).isEqualTo("40798.286000000000000001");
		assertThat(printed.tick().size()).isEqualByComparingTo("0.00000001");
	}

	@Test
	void readsQuote() {
		assertThat(frames.read("""
				[{"T":"q","S":"AMD","bx":"U","bp":87.66,"bs":1,"ax":"Q","ap":87.68,"as":4,"t":"2021-02-22T15:51:45.335689322Z","c":["R"],"z":"C"}]"""))
			.containsExactly(new FeedEvent.Quoted(new Quote("AMD", Instant.parse("2021-02-22T15:51:45.335689322Z"),
					new BigDecimal("87.66"),
					new BigDecimal("1"), new BigDecimal("87.68"), new BigDecimal("4"))));
	}

	@Test
	void readsEveryMessageOfAFrame() {
		assertThat(frames.read("""
				[{"T":"success","msg":"authenticated"},{"T":"subscription","trades":["AAPL"]},{"T":"b","S":"AAPL"},{"T":"error","code":402,"msg":"auth failed"}]"""))
			.containsExactly(new FeedEvent.Greeted("authenticated"), new FeedEvent.Subscribed(),
					new FeedEvent.Ignored("b"),
					new FeedEvent.Refused(402, "auth failed"));
	}

	@Test
	void readsGoodMessagesNextToBadOnes() {
		List<FeedEvent> events = frames.read("[{\"T\":\"t\",\"S\":\"A\"},7,{\"T\":\"success\",\"msg\":\"connected\"}]");

		assertThat(events).hasSize(3).last().isEqualTo(new FeedEvent.Greeted("connected"));
		assertThat(events.subList(0, 2)).allSatisfy(it -> assertThat(it).isInstanceOf(FeedEvent.Unreadable.class));
	}

	@Test
	void takesTimeAsNumberOfTradeWithoutOne() {
		FeedEvent.Printed printed = (FeedEvent.Printed) frames
			.read("[{\"T\":\"t\",\"S\":\"A\",\"p\":1,\"t\":\"1970-01-01T00:00:01.000002Z\"}]").getFirst();

		assertThat(printed.tick().sequence()).isEqualTo(1_000_002);
		assertThat(printed.tick().size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "nonsense", "\"text\"", "12", "null", "[",
			"[{\"T\":\"t\",\"S\":\"A\",\"i\":1.5,\"p\":1,\"s\":1,\"t\":\"2021-02-22T15:51:44Z\"}]",
			"[{\"T\":\"t\",\"S\":\"A\",\"i\":1,\"p\":\"one\",\"s\":1,\"t\":\"2021-02-22T15:51:44Z\"}]",
			"[{\"T\":\"t\",\"S\":\"A\",\"i\":1,\"p\":1,\"s\":1,\"t\":\"today\"}]",
					"[{\"T\":\"t\",\"i\":1,\"p\":1,\"s\":1,\"t\":\"2021-02-22T15:51:44Z\"}]",
			"[{\"T\":\"t\",\"S\":\"A\",\"i\":99999999999999999999,\"p\":1,\"s\":1,\"t\":\"2021-02-22T15:51:44Z\"}]",
					"[{\"p\":1}]", "[[1]]" })
	void saysWhatItCannotRead(String frame) {
		assertThat(frames.read(frame)).singleElement().isInstanceOf(FeedEvent.Unreadable.class);
	}
}
